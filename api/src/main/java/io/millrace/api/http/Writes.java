package io.millrace.api.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.millrace.api.command.Commands;
import io.millrace.api.command.Wish;
import io.millrace.backbone.Business;
import io.millrace.backbone.Form;
import io.millrace.schemas.Receipt;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One form: takes what was sent, makes it a command, hands it to the desk and tells what came of it. */
final class Writes implements Handler {

    private final Business business;
    private final Form form;
    private final Commands commands;
    private final Outcomes outcomes;
    private final Door door;
    private final CommandMeters meters;
    private final Intake intake;

    Writes(
            final Business business,
            final Form form,
            final Commands commands,
            final Outcomes outcomes,
            final Door door,
            final CommandMeters meters) {
        this.business = business;
        this.form = form;
        this.commands = commands;
        this.outcomes = outcomes;
        this.door = door;
        this.meters = meters;
        this.intake = new Intake(business, form);
    }

    @Override
    public void handle(final Context ctx) {
        final String key = Requests.key(ctx);
        final Intake.Understood understood = intake.of(ctx);
        final String desk = understood.desk();
        final String actor = door.writer(ctx, business, desk);
        final Wish wish = new Wish(business, understood.input(), desk, key, actor, understood.command());
        final Optional<Receipt> receipt = meters.counting(wish, () -> commands.hand(wish, Requests.patience(ctx)));
        receipt.ifPresentOrElse(
                it -> tell(ctx, outcomes.of(it, form.verb(), form.path())), () -> later(ctx, desk, key));
    }

    private static void tell(final Context ctx, final Outcome outcome) {
        ctx.header(Requests.TOKEN, outcome.token().toString());
        if (outcome.location() != null) {
            ctx.header("Location", outcome.location());
        }
        if (outcome.status() == 204) {
            ctx.status(204);
        } else {
            Replies.send(ctx, outcome.status(), outcome.type(), outcome.body());
        }
    }

    private void later(final Context ctx, final String desk, final String key) {
        ctx.status(202)
                .header(
                        "Location",
                        "/receipts/" + business.name() + "/" + desk + "/"
                                + URLEncoder.encode(key, StandardCharsets.UTF_8));
    }
}

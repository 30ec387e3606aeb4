package io.millrace.api.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.millrace.api.command.Commands;
import io.millrace.api.command.Wish;
import io.millrace.api.json.Problems;
import io.millrace.api.page.Answered;
import io.millrace.backbone.Business;
import io.millrace.backbone.Form;
import io.millrace.schemas.Receipt;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One form: takes what was sent, makes it a command, hands it to the desk and tells what came of it. */
final class Writes implements Handler {

    private final Business business;
    private final Form form;
    private final Commands commands;
    private final Outcomes outcomes;
    private final Door door;
    private final CommandMeters meters;
    private final Answered answered;
    private final Intake intake;

    Writes(
            final Business business,
            final Form form,
            final Commands commands,
            final Outcomes outcomes,
            final Door door,
            final CommandMeters meters,
            final Answered answered) {
        this.business = business;
        this.form = form;
        this.commands = commands;
        this.outcomes = outcomes;
        this.door = door;
        this.meters = meters;
        this.answered = answered;
        this.intake = new Intake(business, form);
    }

    @Override
    public void handle(final Context ctx) {
        try {
            hand(ctx);
        } catch (final RuntimeException e) {
            place(ctx);
            throw e;
        }
    }

    private void hand(final Context ctx) {
        final Problems problems = new Problems();
        final String key = Requests.key(ctx, problems);
        final Intake.Understood understood = intake.of(ctx, problems);
        final String desk = understood.desk();
        final Pass pass = door.writer(ctx, business, form, desk, understood.command());
        final Wish wish =
                new Wish(business, understood.input(), desk, key, pass.actor(), understood.command(), pass.own());
        final Optional<Receipt> receipt = meters.counting(wish, () -> commands.hand(wish, Requests.patience(ctx)));
        receipt.ifPresent(it -> answered.note(business, it));
        receipt.ifPresentOrElse(it -> Answers.tell(ctx, outcomes.of(it, form.verb(), form.path())), () -> {
            place(ctx);
            Answers.later(ctx, business, desk, key);
        });
    }

    /**
     * Without a ruling, the answer's place in the journal is as far as this instance has answered for the desk; or the
     * beginning, where not everybody may know that.
     */
    private void place(final Context ctx) {
        final @Nullable String known = Intake.desk(ctx);
        final @Nullable String desk = known == null && form.deskIn() == null ? ctx.pathParam("desk") : known;
        if (desk == null) {
            return;
        }
        Answers.place(ctx, business, desk);
        if (door.open() && business.privacy() == null) {
            answered.atDesk(business, desk).ifPresent(place -> ctx.header(Requests.TOKEN, place.toString()));
        }
    }
}

package io.millrace.api.http;

import io.javalin.http.Context;
import io.millrace.api.json.Json;
import io.millrace.api.page.Answered;
import io.millrace.api.page.PageSource;
import io.millrace.api.page.Patience;
import io.millrace.backbone.Business;
import io.millrace.backbone.Checks;
import io.millrace.schemas.Receipt;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What became of a command whose caller didn't wait for the answer, or lost it. */
final class Receipts {

    /** A business's outcomes, by its name. */
    record Told(Business business, Outcomes outcomes) {}

    private final Map<String, Told> businesses;
    private final PageSource pages;
    private final Patience patience;
    private final Door door;
    private final Answered answered;
    private final InstantSource clock;

    Receipts(
            final Map<String, Told> businesses,
            final PageSource pages,
            final Patience patience,
            final Door door,
            final Answered answered,
            final InstantSource clock) {
        this.businesses = businesses;
        this.pages = pages;
        this.patience = patience;
        this.door = door;
        this.answered = answered;
        this.clock = clock;
    }

    void show(final Context ctx) {
        Requests.query(ctx, Set.of());
        final Told told = businesses.get(ctx.pathParam("business"));
        if (told == null) {
            throw new RefusedException(HttpProblem.notFound());
        }
        final Business business = told.business();
        final String desk = Requests.checked(ctx.pathParam("desk"), "desk", Checks.named(business.deskIs()));
        final String key = ctx.pathParam("key");
        final Consumer<Receipt> reader = door.receipts(ctx, business, desk);
        final long deadline = Requests.deadline(ctx);
        final Supplier<Optional<Receipt>> reading =
                () -> patience.read(deadline, () -> pages.of(business).receipt(desk, key, clock.instant()));
        if (answered.to(business, desk, key)) {
            patience.until(deadline, () -> reading.get().isPresent());
        }
        final Optional<Receipt> receipt = reading.get();
        receipt.ifPresent(reader);
        final Outcome outcome = receipt.map(told.outcomes()::of)
                .orElseThrow(() -> new RefusedException(
                        404, "NOT_FOUND", "There is no receipt for " + key + " at " + desk + ", or not yet."));
        ctx.header(Requests.TOKEN, outcome.token().toString());
        Replies.send(ctx, 200, Outcome.JSON, body(key, receipt.get(), outcome));
    }

    private static byte[] body(final String key, final Receipt receipt, final Outcome outcome) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringProperty("key", key);
            json.writeStringProperty("command", receipt.getCommand());
            json.writeStringProperty("at", receipt.getAt().toString());
            json.writeStringProperty("token", outcome.token().toString());
            json.writeNumberProperty("status", outcome.status());
            if (outcome.location() != null) {
                json.writeStringProperty("location", outcome.location());
            }
            if (outcome.body().length > 0) {
                json.writeName("body");
                json.writeRawValue(new String(outcome.body(), StandardCharsets.UTF_8));
            }
            json.writeEndObject();
        });
    }
}

package io.millrace.pieces;

import io.millrace.backbone.Envelopes;
import io.millrace.backbone.desk.Decider;
import io.millrace.backbone.desk.Decision;
import io.millrace.backbone.desk.MemoryBooks;
import io.millrace.cafe.Cafe;
import io.millrace.schemas.Envelope;
import io.millrace.schemas.cafe.OrderType;
import io.millrace.schemas.cafe.PlaceOrder;
import io.millrace.schemas.cafe.RegisterItem;
import io.millrace.schemas.cafe.Want;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** A shop that has coffee, and takes one order after another as its desk would. */
final class OrdersTaken {

    static final String SHOP = "gangnam";
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final ByteBuffer FINGERPRINT = ByteBuffer.allocate(16).asReadOnlyBuffer();

    private final Decider decider = new Decider(Cafe.BUSINESS);
    private final MemoryBooks books = new MemoryBooks();
    private int commands;

    MemoryBooks books() {
        return books;
    }

    /** What the shop has: the first thing that it is told. */
    Envelope coffee() {
        return command(new RegisterItem("latte", "Caffè latte", 4500L, 1_000_000L));
    }

    /** One of a few hundred customers wants a latte. */
    Envelope order() {
        final String customer = "c" + commands % 300;
        return command(new PlaceOrder(customer, OrderType.TAKEOUT, List.of(new Want("latte", 1L))));
    }

    Envelope command(final SpecificRecord payload) {
        final var envelope = Cafe.BUSINESS.inputOf(payload.getClass()).envelope();
        return Envelopes.command(envelope, "command-" + ++commands, SHOP, NOON, null, payload);
    }

    /** What the desk makes of it, with nothing written yet. */
    Decision decide(final Envelope command) {
        return decider.decide(command, FINGERPRINT, books, NOON);
    }

    Decision take(final Envelope command) {
        final Decision decision = decide(command);
        books.write(decision.rows());
        return decision;
    }
}

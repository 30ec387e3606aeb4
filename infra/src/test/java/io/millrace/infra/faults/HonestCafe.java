package io.millrace.infra.faults;

import io.millrace.backbone.Envelopes;
import io.millrace.backbone.desk.Decider;
import io.millrace.backbone.desk.Decision;
import io.millrace.backbone.desk.Fingerprint;
import io.millrace.backbone.desk.MemoryBooks;
import io.millrace.cafe.Cafe;
import io.millrace.schemas.Envelope;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Receipt;
import io.millrace.schemas.cafe.MenuCommand;
import io.millrace.schemas.cafe.RegisterItem;
import io.millrace.schemas.cafe.RestockItem;
import io.millrace.schemas.client.SchemaRegistries;
import io.millrace.schemas.wire.AvroCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** A café that does everything right, in memory; for saboteurs to do something wrong to. */
final class HonestCafe {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    final List<Envelope> commands = new ArrayList<>();
    final List<JournalEntry> journal = new ArrayList<>();
    final List<Receipt> receipts = new ArrayList<>();
    private final MemoryBooks books = new MemoryBooks();
    private final Decider decider = new Decider(Cafe.BUSINESS);

    HonestCafe() {
        // whoever makes one has Avro trust our classes
        new AvroCodec(SchemaRegistries.of(Map.of("schema.registry.url", "mock://honest")), true);
        send("c1", new RegisterItem("latte", "Latte", 4_500L, 10L));
        send("c2", new RestockItem("latte", 5L));
        send("c3", new RestockItem("mocha", 5L));
        send("c4", new RestockItem("latte", 1L));
    }

    private void send(final String id, final SpecificRecord payload) {
        final Envelope command = Envelopes.command(MenuCommand.class, id, "d0", NOON, null, payload);
        final Decision decision = decider.decide(command, Fingerprint.of(payload), books, NOON);
        commands.add(command);
        journal.addAll(decision.entries());
        receipts.add(decision.receipt());
        books.write(decision.rows());
    }

    Evidence evidence() {
        return new Evidence(Cafe.BUSINESS, commands, journal, receipts, 0);
    }

    Findings judged() {
        final Findings findings = new Findings();
        new Oracle(evidence(), findings).judge();
        return findings;
    }
}

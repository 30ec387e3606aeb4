package io.millrace.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.backbone.Books;
import io.millrace.backbone.Business;
import io.millrace.backbone.Envelopes;
import io.millrace.backbone.Ruling;
import io.millrace.backbone.desk.Decider;
import io.millrace.backbone.desk.Decision;
import io.millrace.backbone.desk.MemoryBooks;
import io.millrace.backbone.desk.Overlay;
import io.millrace.schemas.Envelope;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Receipt;
import io.millrace.schemas.Refused;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** One desk in memory: {@code given} commands that were accepted, {@code when} one more comes, {@code then} what? */
public final class DeskTrial {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Business business;
    private final String desk;
    private final MemoryBooks books = new MemoryBooks();
    private final List<JournalEntry> journal = new ArrayList<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private final List<Ruling.Alarm<SpecificRecord>> alarms = new ArrayList<>();
    private Instant now = NOON;
    private int commands;
    private @Nullable String actor;
    private Map<String, Optional<SpecificRecord>> before = Map.of();
    private @Nullable Decision last;

    private DeskTrial(final Business business, final String desk) {
        this.business = business;
        this.desk = desk;
    }

    public static DeskTrial at(final Business business, final String desk) {
        return new DeskTrial(business, desk);
    }

    /** These were asked for before, and accepted. */
    public DeskTrial given(final SpecificRecord... before) {
        for (final SpecificRecord command : before) {
            when(command);
            assertThat(decision().receipt().getRefused()).as("given " + command).isNull();
        }
        return this;
    }

    /** From now on this person asks. */
    public DeskTrial by(final @Nullable String person) {
        actor = person;
        return this;
    }

    public DeskTrial later(final Duration passed) {
        now = now.plus(passed);
        return this;
    }

    public DeskTrial when(final SpecificRecord command) {
        return when("c" + ++commands, command);
    }

    public DeskTrial when(final String commandId, final SpecificRecord command) {
        last = new Decider(business)
                .decide(
                        Envelopes.command(envelopeOf(command), commandId, desk, now, actor, command),
                        ByteBuffer.allocate(16),
                        books,
                        now);
        before = asTheyAre(last.rows().keySet());
        books.write(last.rows());
        journal.addAll(last.entries());
        receipts.add(last.receipt());
        alarms.addAll(last.alarms());
        return this;
    }

    private Map<String, Optional<SpecificRecord>> asTheyAre(final Set<String> keys) {
        final Map<String, Optional<SpecificRecord>> rows = new HashMap<>();
        keys.forEach(key -> rows.put(key, Optional.ofNullable(books.get(key))));
        return rows;
    }

    /** Time goes on by that much, and everything due rings. */
    public DeskTrial ring(final Duration passed) {
        later(passed);
        final List<Ruling.Alarm<SpecificRecord>> due =
                alarms.stream().filter(alarm -> !alarm.at().isAfter(now)).toList();
        alarms.removeAll(due);
        due.forEach(alarm -> when(alarm.command()));
        return this;
    }

    public DeskTrial then(final SpecificRecord... events) {
        assertThat(decision().receipt().getRefused()).as("refused").isNull();
        assertThat(events()).containsExactly(events);
        return this;
    }

    /** What happened was of these kinds, in this order. */
    @SafeVarargs
    public final DeskTrial thenHappened(final Class<? extends SpecificRecord>... kinds) {
        assertThat(decision().receipt().getRefused()).as("refused").isNull();
        assertThat(events().stream().map(Object::getClass).toList()).isEqualTo(List.of(kinds));
        return this;
    }

    public DeskTrial thenRefused(final String code) {
        assertThat(refusal().getCode()).isEqualTo(code);
        assertThat(Laws.beyondNotes(business, before))
                .containsAllEntriesOf(Laws.beyondNotes(business, decision().rows()));
        assertThat(business.noted().isEmpty() && !decision().entries().isEmpty())
                .as("noted, with nowhere to note it")
                .isFalse();
        return this;
    }

    /** The refusal says this too. */
    public DeskTrial hinting(final String hint, final Object value) {
        assertThat(refusal().getHints()).containsEntry(hint, value);
        return this;
    }

    public Refused refusal() {
        return Objects.requireNonNull(decision().receipt().getRefused(), "accepted");
    }

    /** The resource that the answer shows. */
    public <T> T shown(final Class<T> type) {
        return type.cast(Objects.requireNonNull(decision().receipt().getResource(), "nothing is shown"));
    }

    public List<SpecificRecord> events() {
        return decision().entries().stream().map(JournalEntry::event).toList();
    }

    public List<JournalEntry> journal() {
        return journal;
    }

    public List<Receipt> receipts() {
        return receipts;
    }

    public Books books() {
        return new Overlay(desk, books);
    }

    private Decision decision() {
        return Objects.requireNonNull(last, "nothing was asked yet");
    }

    private Class<? extends Envelope> envelopeOf(final SpecificRecord command) {
        return Envelopes.carries(business.alarms(), command.getClass())
                ? business.alarms()
                : business.inputOf(command.getClass()).envelope();
    }
}

package io.millrace.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.backbone.Business;
import io.millrace.backbone.Shelf;
import io.millrace.backbone.desk.MemoryBooks;
import io.millrace.schemas.DeskState;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Receipt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What every business keeps, whatever it decides. Each law is checked on a life: commands sent in this order. */
public final class Laws {

    /** A command to a desk, as a life has it. */
    public record Sent(
            String desk, SpecificRecord command, @Nullable String actor) {

        public Sent(final String desk, final SpecificRecord command) {
            this(desk, command, null);
        }
    }

    private Laws() {}

    /** Whether the desk keeps its receipts; a desk that lost them must be noticed. */
    public enum Memory {
        KEPT,
        LOST
    }

    public static void sameCommandTwiceHasOneEffectAndOneReceipt(final Business business, final List<Sent> life) {
        sameCommandTwiceHasOneEffectAndOneReceipt(business, life, Memory.KEPT);
    }

    public static void sameCommandTwiceHasOneEffectAndOneReceipt(
            final Business business, final List<Sent> life, final Memory memory) {
        try (BusinessDriver driver = new BusinessDriver(business)) {
            int n = 0;
            for (final Sent sent : life) {
                final String id = "twice-" + n++;
                final Receipt first = driver.send(id, sent);
                final Map<String, SpecificRecord> books = driver.books();
                final int events = driver.journal().size();
                if (memory == Memory.LOST) {
                    driver.forget(sent.desk(), id);
                }
                final Receipt again = driver.send(id, sent);
                assertThat(again).as("receipt of %s sent again", sent.command()).isEqualTo(first);
                assertThat(driver.books()).isEqualTo(books);
                assertThat(driver.journal()).hasSize(events);
            }
        }
    }

    public static void anotherCommandUnderTheSameIdIsRefused(final Business business, final List<Sent> life) {
        try (BusinessDriver driver = new BusinessDriver(business)) {
            final Sent one = life.getFirst();
            final Sent other = life.stream()
                    .filter(sent -> sent.desk().equals(one.desk()))
                    .filter(sent -> !sent.command().equals(one.command()))
                    .findFirst()
                    .orElseThrow();
            driver.send("reused", one);
            final Map<String, SpecificRecord> books = driver.books();
            assertThat(driver.send("reused", other).getRefused())
                    .isNotNull()
                    .extracting(refused -> refused.getCode())
                    .isEqualTo("KEY_REUSED");
            assertThat(driver.books()).isEqualTo(books);
        }
    }

    public static void journalHasNoGaps(final Business business, final List<Sent> life) {
        try (BusinessDriver driver = new BusinessDriver(business)) {
            life.forEach(driver::send);
            final Map<String, Long> last = new HashMap<>();
            for (final JournalEntry entry : driver.journal()) {
                assertThat(entry.getSeq())
                        .as("place of %s at %s", entry.event(), entry.getDesk())
                        .isEqualTo(last.getOrDefault(entry.getDesk(), 0L) + 1);
                last.put(entry.getDesk(), entry.getSeq());
            }
            assertThat(last)
                    .as("a life in which nothing happens proves nothing")
                    .isNotEmpty();
        }
    }

    public static void refusedCommandsChangeNothing(final Business business, final List<Sent> life) {
        try (BusinessDriver driver = new BusinessDriver(business)) {
            int refused = 0;
            for (final Sent sent : life) {
                final Map<String, SpecificRecord> books = driver.books();
                final Map<String, SpecificRecord> rows = driver.rows();
                final int events = driver.journal().size();
                if (driver.send(sent).getRefused() != null) {
                    refused++;
                    assertThat(beyondNotes(business, driver.books()))
                            .as("books after %s", sent.command())
                            .isEqualTo(beyondNotes(business, books));
                    assertThat(beyondNotes(business, driver.rows()))
                            .as("pages after %s", sent.command())
                            .isEqualTo(beyondNotes(business, rows));
                    if (business.noted().isEmpty()) {
                        assertThat(driver.books()).isEqualTo(books);
                        assertThat(driver.journal()).hasSize(events);
                    }
                }
            }
            assertThat(refused).as("a life without a refusal proves nothing").isPositive();
        }
    }

    public static void journalAloneMakesTheSameBooks(final Business business, final List<Sent> life) {
        try (BusinessDriver driver = new BusinessDriver(business)) {
            life.forEach(driver::send);
            final MemoryBooks folded = new MemoryBooks();
            driver.journal().forEach(entry -> folded.fold(business, entry));
            assertThat(withoutState(folded.rows())).isEqualTo(withoutState(driver.books()));
        }
    }

    public static void journalFoldedTwiceMakesTheSamePages(final Business business, final List<Sent> life) {
        try (BusinessDriver driver = new BusinessDriver(business);
                BusinessDriver fresh = new BusinessDriver(business)) {
            life.forEach(driver::send);
            fresh.foldAgain(driver.journalBytes());
            assertThat(fresh.rows()).as("pages from the journal alone").isEqualTo(driver.rows());
            fresh.foldAgain(driver.journalBytes());
            assertThat(fresh.rows()).as("pages from the journal twice").isEqualTo(driver.rows());
            assertThat(fresh.quarantine()).isEmpty();
        }
    }

    public static void pagesShowTheBooksButWhatIsForRules(final Business business, final List<Sent> life) {
        try (BusinessDriver driver = new BusinessDriver(business)) {
            life.forEach(driver::send);
            final Map<String, SpecificRecord> shown = new TreeMap<>(driver.books());
            shown.keySet().removeIf(key -> business.shelves().stream().noneMatch(it -> it.shown() && isOn(it, key)));
            final Map<String, SpecificRecord> pages = new TreeMap<>();
            driver.rows().forEach((key, row) -> {
                if (key.endsWith(Dump.VALUE) && business.shelves().stream().anyMatch(it -> isOn(it, key))) {
                    pages.put(key.substring(0, key.length() - Dump.VALUE.length()), row);
                }
            });
            assertThat(pages).isNotEmpty().isEqualTo(shown);
        }
    }

    /** Keys are {@code desk/shelf/id}; on people's pages they begin otherwise. */
    private static boolean isOn(final Shelf<?> shelf, final String key) {
        return key.split("/", 3)[1].equals(shelf.name());
    }

    /** What a refusal may not touch: every row but those that note refusals, and the desk's numbers. */
    static <V> Map<String, Object> beyondNotes(final Business business, final Map<String, V> rows) {
        final Map<String, Object> rest = new TreeMap<>();
        rows.forEach((key, row) -> {
            final Object value = row instanceof Optional<?> it ? it.orElse(null) : row;
            if (value instanceof DeskState state) {
                if (!state.getNumbers().isEmpty()) {
                    rest.put(key, state.getNumbers());
                }
            } else if (business.noted().stream().noneMatch(shelf -> key.contains("/" + shelf.name() + "/"))) {
                rest.put(key, value == null ? "gone" : value);
            }
        });
        return rest;
    }

    public static void auditFindsNothing(final Business business, final List<Sent> life) {
        try (BusinessDriver driver = new BusinessDriver(business)) {
            life.forEach(sent -> driver.send(sent));
            assertThat(driver.violations()).isEmpty();
            assertThat(driver.audit().report(1).checked())
                    .as("events checked, of all that happened")
                    .isPositive()
                    .isEqualTo(driver.journal().size());
        }
    }

    /** How far a desk is isn't part of what it knows. */
    private static Map<String, SpecificRecord> withoutState(final Map<String, SpecificRecord> books) {
        final Map<String, SpecificRecord> rows = new TreeMap<>(books);
        rows.values().removeIf(row -> row instanceof DeskState);
        return rows;
    }
}

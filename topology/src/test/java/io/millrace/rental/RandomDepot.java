package io.millrace.rental;

import static io.millrace.rental.Depots.approve;
import static io.millrace.rental.Depots.cancel;
import static io.millrace.rental.Depots.equipment;
import static io.millrace.rental.Depots.giveBack;
import static io.millrace.rental.Depots.order;
import static io.millrace.rental.Depots.reject;
import static io.millrace.rental.Depots.restock;

import io.millrace.backbone.Books;
import io.millrace.backbone.Business;
import io.millrace.backbone.Envelopes;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Reaction;
import io.millrace.backbone.desk.Decider;
import io.millrace.backbone.desk.Decision;
import io.millrace.backbone.desk.MemoryBooks;
import io.millrace.backbone.desk.Overlay;
import io.millrace.schemas.DeskState;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.rental.RentalCommand;
import io.millrace.testkit.DeskTrial;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;

/** A depot to which anything happens in any order, restarts and commands that come twice included. */
final class RandomDepot {

    private static final String DESK = "seoul";
    private static final List<String> KINDS = List.of("drill", "saw", "crane");

    private final Business business;
    private final Random random;
    private final Recount recount = new Recount();
    private final List<JournalEntry> journal = new ArrayList<>();
    private final Deque<SpecificRecord> reactions = new ArrayDeque<>();
    private MemoryBooks books = new MemoryBooks();
    private final MemoryBooks folded = new MemoryBooks();
    private int commands;

    RandomDepot(final Business business, final long seed) {
        this.business = business;
        this.random = new Random(seed);
    }

    /** Lives through so many steps; then everything that still follows, does. */
    void live(final int steps) {
        if (random.nextInt(15) == 0) {
            rush();
        }
        for (int n = 0; n < steps; n++) {
            step();
        }
        while (!reactions.isEmpty()) {
            ask(reactions.removeFirst());
        }
    }

    /** A pause with a queue that takes more than one step to work off, or two. */
    private void rush() {
        KINDS.forEach(kind -> ask(equipment(kind, random.nextInt(200))));
        ask(Depots.PAUSED);
        for (int n = BacklogRules.STEP + random.nextInt(2 * BacklogRules.STEP); n > 0; n--) {
            ask(anOrder());
        }
        ask(Depots.AUTO);
    }

    Books books() {
        return new Overlay(DESK, books);
    }

    List<JournalEntry> journal() {
        return journal;
    }

    private void step() {
        switch (random.nextInt(24)) {
            case 0 -> restart();
            case 1 -> {
                for (int n = random.nextInt(BacklogRules.STEP / 3); n > 0; n--) {
                    ask(anOrder());
                }
            }
            case 2, 3 -> reactions.stream().findFirst().ifPresent(this::ask);
            case 4, 5, 6, 7 -> Optional.ofNullable(reactions.pollFirst()).ifPresent(this::ask);
            default -> ask(command());
        }
    }

    private RentalCommand command() {
        return switch (random.nextInt(16)) {
            case 0 -> equipment(kind(), random.nextInt(20));
            case 1 -> restock(kind(), 1 + random.nextInt(10));
            case 2 -> Depots.AUTO;
            case 3 -> random.nextInt(3) == 0 ? Depots.MANAGER : Depots.AUTO;
            case 4, 5 -> Depots.PAUSED;
            case 6, 7 -> approve(number());
            case 8 -> reject(number());
            case 9, 10 -> cancel(number());
            case 11, 12 -> giveBack(number());
            default -> anOrder();
        };
    }

    private RentalCommand anOrder() {
        return order("HSI", kind(), 1 + random.nextInt(6));
    }

    private String kind() {
        return KINDS.get(random.nextInt(KINDS.size()));
    }

    private long number() {
        return Math.max(1, books().next(DepotBooks.ORDERS) - random.nextInt(12));
    }

    private void ask(final SpecificRecord command) {
        final Decision decision = new Decider(business)
                .decide(
                        Envelopes.command(
                                business.inputOf(command.getClass()).envelope(),
                                "c" + ++commands,
                                DESK,
                                DeskTrial.NOON,
                                null,
                                command),
                        ByteBuffer.allocate(16),
                        books,
                        DeskTrial.NOON);
        books.write(decision.rows());
        decision.entries().forEach(this::happened);
    }

    private void happened(final JournalEntry entry) {
        journal.add(entry);
        final SpecificRecord event = entry.event();
        final Moment moment = new Moment(DESK, entry.getAt(), null);
        recount.heard(event);
        folded.write(fold(event, moment));
        recount.check(new Overlay(DESK, folded));
        for (final Reaction reaction : business.reactions().apply(event, moment)) {
            reactions.addLast(reaction.command());
        }
    }

    private Map<String, Optional<SpecificRecord>> fold(final SpecificRecord event, final Moment moment) {
        final Overlay overlay = new Overlay(DESK, folded);
        business.rules().fold(event, overlay, moment);
        return overlay.changes();
    }

    /** Everything in memory is lost; the journal, and with it the books, is all there is. */
    private void restart() {
        books = new MemoryBooks();
        folded.rows().forEach((key, row) -> books.write(Map.of(key, Optional.of(row))));
        final String state = DESK + "/~";
        if (books.get(state) instanceof DeskState it) {
            books.write(Map.of(state, Optional.of(new DeskState((long) journal.size(), it.getNumbers()))));
        }
    }
}

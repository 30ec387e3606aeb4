package io.millrace.api.generation;

import io.millrace.api.generation.Life.State;
import io.millrace.schemas.GenerationAct;
import io.millrace.schemas.GenerationStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The generations of one business's pages: which there are, which is shown, and which of them speaks to people, and
 * when. It is made of what was decided, in its order, by the same rules everywhere: what doesn't fit is left out by all.
 */
public record Lineage(SortedMap<Integer, Life> lives, List<Turn> turns) {

    /**
     * So long after it was decided who is shown, it speaks: by then every instance knows. What happened before is for
     * the one before it to tell, so that nothing is told twice, or by nobody.
     */
    public static final Duration HEARD = Duration.ofSeconds(5);

    /** Two are enough to compare, and one to go back to; each takes what pages take. */
    static final int MOST = 3;

    static final Lineage FIRST = new Lineage(
            new TreeMap<>(Map.of(1, new Life(1, State.SERVING, Instant.EPOCH, null, ""))),
            List.of(new Turn(1, Instant.EPOCH, Instant.EPOCH, "")));

    public Lineage {
        lives = Collections.unmodifiableSortedMap(new TreeMap<>(lives));
        turns = List.copyOf(turns);
    }

    /** Since when one is shown, and from when on it speaks. */
    public record Turn(int number, Instant at, Instant speaks, String key) {}

    /** {@code at}: the broker's time of the act. */
    Lineage after(final GenerationAct act, final Instant at) {
        if (!fits(act.getStep(), act.getGeneration())) {
            return this;
        }
        final SortedMap<Integer, Life> next = new TreeMap<>(lives);
        final List<Turn> taken = new ArrayList<>(turns);
        final int number = act.getGeneration();
        switch (act.getStep()) {
            case REBUILD -> next.put(number, new Life(number, State.BUILDING, at, act.getBy(), act.getKey()));
            case SWAP -> {
                next.computeIfPresent(serving(), (_, it) -> it.now(State.KEPT, at));
                next.computeIfPresent(number, (_, it) -> it.now(State.SERVING, at));
                taken.add(new Turn(number, at, at.plus(HEARD), act.getKey()));
            }
            case CLEAN -> next.computeIfPresent(number, (_, it) -> it.now(State.GONE, at));
        }
        return new Lineage(next, taken);
    }

    /** Whether that can be done now. */
    public boolean fits(final GenerationStep step, final int number) {
        return switch (step) {
            case REBUILD ->
                number == next()
                        && living().size() < MOST
                        && living().stream().noneMatch(it -> it.state() == State.BUILDING);
            case SWAP, CLEAN -> number != serving() && lives(number);
        };
    }

    /** The number that the next one has: none is given twice. */
    public int next() {
        return lives.lastKey() + 1;
    }

    public int serving() {
        return turns.getLast().number();
    }

    /** What was shown before, if it is still there. */
    public Optional<Integer> before() {
        return turns.reversed().stream()
                .map(Turn::number)
                .filter(it -> it != serving() && lives(it))
                .findFirst();
    }

    public boolean lives(final int number) {
        final Life life = lives.get(number);
        return life != null && life.state() != State.GONE;
    }

    public List<Life> living() {
        return lives.values().stream().filter(it -> it.state() != State.GONE).toList();
    }

    /** Who tells people what follows from a record of that time. Whoever is shown speaks for those that are gone. */
    int speaker(final long timestamp) {
        int speaker = turns.getFirst().number();
        for (final Turn turn : turns) {
            if (turn.speaks().toEpochMilli() <= timestamp) {
                speaker = turn.number();
            }
        }
        return lives(speaker) ? speaker : serving();
    }
}

package io.millrace.infra.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Lets everybody act in turn until the time is over. The same seed makes the same choices in the same order. */
public final class Demo {

    private static final Duration NEWS = Duration.ofSeconds(10);
    private static final Duration MOST_LATE = Duration.ofSeconds(3);

    /** When whose turn is, in nanoseconds; who was there first goes first. */
    private record Turn(long at, int order, Actor actor) implements Comparable<Turn> {
        @Override
        public int compareTo(final Turn other) {
            return at == other.at ? Integer.compare(order, other.order) : Long.compare(at, other.at);
        }
    }

    /** What was done, and what was refused: in a lively town not everything can be had. */
    public record Done(int commands, int refused) {}

    private final int port;
    private final long seed;
    private final Duration length;
    private final Consumer<String> news;

    public Demo(final int port, final long seed, final Duration length, final Consumer<String> news) {
        this.port = port;
        this.seed = seed;
        this.length = length;
        this.news = news;
    }

    public Done run() throws IOException {
        final Chance chance = new Chance(seed);
        try (Town town = new Town(port)) {
            final List<Actor> actors = new ArrayList<>();
            actors.addAll(CafeLife.open(town, "gangnam"));
            actors.addAll(CafeLife.open(town, "jamsil"));
            actors.addAll(CoffeeshopLife.open(town, "hongdae"));
            actors.addAll(RentalLife.open(town, "seoul"));
            actors.addAll(RidersLife.open(town, "mapo"));
            final List<Actor> holders = BankLife.open(town);
            actors.addAll(holders);
            news.accept("Everybody is there: " + actors.size() + " people in " + (holders.isEmpty() ? "four" : "five")
                    + " businesses.");
            play(town, chance, actors);
            return new Done(town.done(), town.refused());
        }
    }

    /** Turns are taken by the plan. Whoever is late catches up; after a long wait the plan is put off instead. */
    private void play(final Town town, final Chance chance, final List<Actor> actors) throws IOException {
        final PriorityQueue<Turn> turns = new PriorityQueue<>();
        for (int i = 0; i < actors.size(); i++) {
            turns.add(new Turn(chance.about(1_500).toNanos(), i, actors.get(i)));
        }
        long tell = NEWS.toNanos();
        long start = System.nanoTime();
        for (Turn turn = turns.remove(); turn.at() < length.toNanos(); turn = turns.remove()) {
            start = Math.max(start, System.nanoTime() - turn.at() - MOST_LATE.toNanos());
            for (long left = start + turn.at() - System.nanoTime();
                    left > 0;
                    left = start + turn.at() - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            final Duration pause = turn.actor().act(town, chance);
            turns.add(new Turn(turn.at() + Math.max(1_000_000, pause.toNanos()), turn.order(), turn.actor()));
            if (turn.at() > tell) {
                tell += NEWS.toNanos();
                news.accept(town.done() + " commands so far");
            }
        }
    }
}

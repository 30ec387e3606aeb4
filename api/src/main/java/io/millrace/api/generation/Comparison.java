package io.millrace.api.generation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Compares two generations row by row while both go on folding. A row that looks different is looked at again until both
 * have its desk's journal up to the same token, and it still does: then it is different, and not just younger.
 */
public final class Comparison {

    /** More would be nothing that anybody reads. */
    private static final int MOST = 100;

    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(150);

    private final IntFunction<Prints> shown;
    private final IntFunction<Prints> other;
    private final int partitions;
    private final Duration patience;
    private final List<Difference> differences = new ArrayList<>();
    private long desks;
    private long rows;

    /** Both by partition; {@code patience}: how long one may take to become as far as the other. */
    public Comparison(
            final IntFunction<Prints> shown,
            final IntFunction<Prints> other,
            final int partitions,
            final Duration patience) {
        this.patience = patience;
        this.shown = shown;
        this.other = other;
        this.partitions = partitions;
    }

    /** How many desks' journals both have, how many rows were compared, and what is different; no more than are read. */
    public record Report(long desks, long rows, List<Difference> differences) {

        public boolean same() {
            return differences.isEmpty();
        }
    }

    /**
     * Compares those stores.
     *
     * @throws BehindException if the other one has not got as far as the one that is shown
     */
    public Report run(final List<String> stores) {
        caughtUp();
        for (final String store : stores) {
            for (int partition = 0; partition < partitions && differences.size() < MOST; partition++) {
                rows(store, shown.apply(partition), other.apply(partition));
            }
        }
        return new Report(desks, rows, List.copyOf(differences));
    }

    /** Returns when the other one has every event that is shown now. */
    public void caughtUp() {
        final long deadline = System.nanoTime() + patience.toNanos();
        for (int partition = 0; partition < partitions; partition++) {
            final Prints there = other.apply(partition);
            final Walk walk = new Walk(shown.apply(partition), Prints.TOKENS);
            for (Print token = walk.next(); token != null; token = walk.next()) {
                desks++;
                long has = there.one(Prints.TOKENS, "", token.desk()).applied();
                while (has < token.seq()) {
                    if (System.nanoTime() > deadline) {
                        throw new BehindException(token.desk(), has, token.seq());
                    }
                    LockSupport.parkNanos(BETWEEN_LOOKS);
                    has = there.one(Prints.TOKENS, "", token.desk()).applied();
                }
            }
        }
    }

    private void rows(final String store, final Prints before, final Prints after) {
        final Walk left = new Walk(before, store);
        final Walk right = new Walk(after, store);
        Print one = left.next();
        Print two = right.next();
        while ((one != null || two != null) && differences.size() < MOST) {
            final int order = order(one, two);
            final Print row = order <= 0 && one != null ? one : two;
            rows++;
            if (row != null
                    && (one == null || two == null || order != 0 || !one.hash().equals(two.hash()))) {
                settled(store, row, before, after).ifPresent(differences::add);
            }
            one = order <= 0 ? left.next() : one;
            two = order >= 0 ? right.next() : two;
        }
    }

    private Optional<Difference> settled(final String store, final Print row, final Prints before, final Prints after) {
        final long deadline = System.nanoTime() + patience.toNanos();
        @Nullable Difference last = null;
        while (true) {
            final Seen one = before.one(store, row.key(), row.desk());
            final Seen two = after.one(store, row.key(), row.desk());
            if (one.fields().equals(two.fields())) {
                return Optional.empty();
            }
            final Difference difference = Difference.of(store, row, one, two);
            final boolean asFar =
                    one.applied() == two.applied() && one.seq() <= one.applied() && two.seq() <= two.applied();
            if ((asFar && difference.equals(last)) || System.nanoTime() > deadline) {
                return Optional.of(difference);
            }
            last = difference;
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
    }

    /** Below zero: the first has a row that comes before the second's. */
    private static int order(final @Nullable Print one, final @Nullable Print two) {
        if (one == null || two == null) {
            return one == null ? 1 : -1;
        }
        return Integer.signum(one.key().compareTo(two.key()));
    }

    /** All rows of a store in a partition, fetched five hundred at a time. */
    private static final class Walk {

        private static final int AT_ONCE = 500;

        private final Prints prints;
        private final String store;
        private List<Print> fetched = List.of();
        private int place;
        private boolean ended;
        private String after = "";

        Walk(final Prints prints, final String store) {
            this.prints = prints;
            this.store = store;
        }

        @Nullable
        Print next() {
            if (place == fetched.size() && !ended) {
                fetched = prints.list(store, after, AT_ONCE);
                place = 0;
                ended = fetched.isEmpty();
            }
            if (ended) {
                return null;
            }
            final Print next = fetched.get(place++);
            after = next.key();
            return next;
        }
    }
}

package io.millrace.infra.siege;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What the callers know: what they asked, how long it took, and what they were told. */
final class Ledger {

    /** An order that a caller was told to have; {@code key} is its idempotency key, and the name of its customer. */
    record Told(String shop, String key, long number) {}

    /** The transaction that took longest, and when in the siege it began. */
    record Worst(String what, long begunMicros, long micros) {}

    private static final long LONGEST_MICROS = 600_000_000L;
    private static final int KEPT = 20;

    final Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);
    final LongAdder writes = new LongAdder();
    final LongAdder reads = new LongAdder();
    final LongAdder again = new LongAdder();
    final LongAdder cutOff = new LongAdder();
    final LongAdder later = new LongAdder();
    final LongAdder failed = new LongAdder();
    final LongAdder backInTime = new LongAdder();
    final Map<String, Told> told = new ConcurrentHashMap<>();
    private final long begun = System.nanoTime();
    private Worst worst = new Worst("none", 0, 0);
    private final Map<Integer, Long> worstOf = new ConcurrentHashMap<>();
    private final Queue<String> remarks = new ConcurrentLinkedQueue<>();

    void took(final int who, final String what, final long from, final long to) {
        final long took = Math.min(LONGEST_MICROS, (to - from) / 1_000);
        micros.recordValue(took);
        worstOf.merge(who, took, Math::max);
        compare(new Worst(what, (from - begun) / 1_000, took));
    }

    private synchronized void compare(final Worst one) {
        worst = one.micros() > worst.micros() ? one : worst;
    }

    synchronized Worst worst() {
        return worst;
    }

    /** Something that should not have been; a few are told in full. */
    void remark(final String what) {
        if (remarks.size() < KEPT) {
            remarks.add(what);
        }
    }

    Iterable<String> remarks() {
        return remarks;
    }

    /** The worst wait of the caller in the middle, in microseconds. */
    long usualWorst() {
        return worstOf.values().stream()
                .sorted()
                .skip(worstOf.size() / 2)
                .findFirst()
                .orElse(0L);
    }
}

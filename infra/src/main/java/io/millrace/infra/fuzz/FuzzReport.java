package io.millrace.infra.fuzz;

import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What became of all requests, and each that should not have been answered so. */
public final class FuzzReport {

    private static final int SHOWN = 20;
    private static final int LATER = 503;
    private static final String PROBLEM = "\"code\"";

    private final long begun = System.nanoTime();
    private final long seed;
    private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();
    private final LongAdder broken = new LongAdder();
    private final LongAdder hungUp = new LongAdder();
    private final Queue<String> findings = new ConcurrentLinkedQueue<>();
    private final LongAdder bad = new LongAdder();

    FuzzReport(final long seed) {
        this.seed = seed;
    }

    void answered(final Request request, final Wire.Answer answer) {
        statuses.computeIfAbsent(answer.status(), _ -> new LongAdder()).increment();
        if (request.broken()) {
            broken.increment();
        }
        final boolean documented = answer.status() == LATER && answer.body().contains(PROBLEM);
        if (answer.status() >= 500 && !documented) {
            found(answer.status() + " " + answer.body() + "\n  to " + request.words());
        }
    }

    void hung(final Request request) {
        found("no answer to " + request.words());
    }

    /** Who can't be understood may be hung up on; who can, may not. */
    void hungUp(final Request request) {
        hungUp.increment();
        if (!request.broken()) {
            found("hung up on " + request.words());
        }
    }

    void afterwards(final long violations, final boolean alive) {
        if (violations != 0) {
            found(violations + " violations in the audit that were not there before");
        }
        if (!alive) {
            found("it is not alive any more");
        }
    }

    private void found(final String finding) {
        bad.increment();
        if (findings.size() < SHOWN) {
            findings.add(finding);
        }
    }

    public boolean good() {
        return bad.sum() == 0;
    }

    public long requests() {
        return statuses.values().stream().mapToLong(LongAdder::sum).sum() + hungUp.sum();
    }

    /** How many were answered like that. */
    public long answered(final int status) {
        final LongAdder count = statuses.get(status);
        return count == null ? 0 : count.sum();
    }

    public String text() {
        final Map<Integer, Long> counts = new TreeMap<>();
        statuses.forEach((status, count) -> counts.put(status, count.sum()));
        return "seed %d: %d requests in %d s, %d of them broken; answered %s; hung up on %d; %d findings%s"
                .formatted(
                        seed,
                        requests(),
                        (System.nanoTime() - begun) / 1_000_000_000,
                        broken.sum(),
                        counts,
                        hungUp.sum(),
                        bad.sum(),
                        findings.isEmpty() ? "" : "\n- " + String.join("\n- ", findings));
    }
}

package io.millrace.infra.faults;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What all players share: the scripts, what was said, and when anybody was answered last. */
final class Stage {

    private final List<Script> scripts;
    private final Findings findings;
    private final Queue<Told> told = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> highest = new ConcurrentHashMap<>();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong reads = new AtomicLong();

    Stage(final List<Script> scripts, final Findings findings) {
        this.scripts = scripts;
        this.findings = findings;
    }

    List<Script> scripts() {
        return scripts;
    }

    Findings findings() {
        return findings;
    }

    void tell(final Told one) {
        told.add(one);
    }

    void answered() {
        answers.incrementAndGet();
    }

    void read() {
        reads.incrementAndGet();
    }

    void reached(final String place, final long number) {
        highest.merge(place, number, Math::max);
    }

    long highest(final String place) {
        return highest.getOrDefault(place, 1L);
    }

    List<Told> told() {
        return List.copyOf(told);
    }

    long answers() {
        return answers.get();
    }

    long reads() {
        return reads.get();
    }
}

package io.millrace.infra.faults;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What all players share: the scripts, the cast, what was said and written. */
final class Stage {

    private final List<Script> scripts;
    private final Cast cast;
    private final Findings findings;
    private final Queue<Told> told = new ConcurrentLinkedQueue<>();
    private final Queue<Written> written = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> highest = new ConcurrentHashMap<>();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong records = new AtomicLong();

    Stage(final List<Script> scripts, final Cast cast, final Findings findings) {
        this.scripts = scripts;
        this.cast = cast;
        this.findings = findings;
    }

    List<Script> scripts() {
        return scripts;
    }

    Cast cast() {
        return cast;
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

    /** Kafka has confirmed a record; null where nobody could know it again. */
    void wrote(final @Nullable Written one) {
        records.incrementAndGet();
        if (one != null) {
            written.add(one);
        }
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

    List<Written> written() {
        return List.copyOf(written);
    }

    long records() {
        return records.get();
    }

    long answers() {
        return answers.get();
    }

    long reads() {
        return reads.get();
    }
}

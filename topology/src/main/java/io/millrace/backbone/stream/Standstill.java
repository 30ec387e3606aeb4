package io.millrace.backbone.stream;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that this process stood still, stopped or starved, for so long that others have taken its partitions over. Desks
 * are fenced then, but pages run at least once: rows that they hold in memory are older by now than what others wrote,
 * and would stay, once written out. So the process ends at once, and whoever watches it starts it anew.
 */
public final class Standstill {

    /** Well below the session after which others take over. */
    private static final Duration LONGEST =
            StreamsSettings.SESSION.multipliedBy(3).dividedBy(4);

    private static final Duration OFTEN = Duration.ofMillis(200);
    private static final int ENDED = 75;
    private static final Logger LOG = LoggerFactory.getLogger(Standstill.class);

    private static volatile @Nullable Standstill watched;

    private final LongSupplier nanos;
    private final Runnable end;
    private volatile long seen;

    Standstill(final LongSupplier nanos, final Runnable end) {
        this.nanos = nanos;
        this.end = end;
        this.seen = nanos.getAsLong();
    }

    /** From now on, for as long as this process lives. An instance that is alone has nobody who takes over. */
    public static synchronized void watch() {
        if (watched == null) {
            final Standstill now = new Standstill(System::nanoTime, Standstill::halt);
            watched = now;
            Thread.ofPlatform().daemon().name("standstill").start(now::lookAgainAndAgain);
        }
    }

    /** To be asked before anything is written that was made a moment ago. */
    static void check() {
        final Standstill it = watched;
        if (it != null) {
            it.look();
        }
    }

    /** Whether nobody has looked for too long; whoever comes first, and before anything else. */
    void look() {
        if (nanos.getAsLong() - seen > LONGEST.toNanos()) {
            end.run();
        }
    }

    void seen() {
        look();
        seen = nanos.getAsLong();
    }

    private void lookAgainAndAgain() {
        try {
            while (true) {
                seen();
                Thread.sleep(OFTEN);
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void halt() {
        LOG.error("stood still for more than {} s: ending, others have taken over", LONGEST.toSeconds());
        Runtime.getRuntime().halt(ENDED);
    }
}

package io.millrace.api.wiring;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a stream thread dies: another takes its place, since most causes pass. When they die again and
 * again, the process says that it is not live, so that somebody starts it anew.
 */
final class ThreadDeaths implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadDeaths.class);
    private static final Duration WINDOW = Duration.ofMinutes(2);
    private static final int TOO_MANY = 5;

    private final String application;
    private final Deque<Long> deaths = new ArrayDeque<>();
    private volatile boolean tooMany;
    private final AtomicLong ever = new AtomicLong();

    ThreadDeaths(final String application) {
        this.application = application;
    }

    /** How many there have been in all. */
    long ever() {
        return ever.get();
    }

    boolean tooMany() {
        return tooMany;
    }

    @Override
    public StreamThreadExceptionResponse handle(final Throwable why) {
        final int lately = count(System.nanoTime());
        LOG.error("stream thread died, application={}, lately={}", application, lately, why);
        if (lately >= TOO_MANY) {
            tooMany = true;
        }
        // the cause gets a little longer to pass each time
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200L * lately));
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private synchronized int count(final long now) {
        deaths.addLast(now);
        ever.incrementAndGet();
        while (now - deaths.getFirst() > WINDOW.toNanos()) {
            deaths.removeFirst();
        }
        return deaths.size();
    }
}

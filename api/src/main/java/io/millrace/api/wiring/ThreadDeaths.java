package io.millrace.api.wiring;

import io.millrace.schemas.client.RegistryUnavailableException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a stream thread dies: another takes its place, since most causes pass. When they die again and
 * again, the process says that it is not live, so that somebody starts it anew. A registry that is away is waited for:
 * a new process would find it away just the same.
 */
final class ThreadDeaths implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadDeaths.class);
    private static final Duration WINDOW = Duration.ofMinutes(2);
    private static final int TOO_MANY = 5;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final String application;
    private final Duration pause;
    private final Deque<Long> deaths = new ArrayDeque<>();
    private volatile boolean tooMany;
    private final AtomicLong ever = new AtomicLong();

    ThreadDeaths(final String application) {
        this(application, PAUSE);
    }

    ThreadDeaths(final String application, final Duration pause) {
        this.application = application;
        this.pause = pause;
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
        ever.incrementAndGet();
        final RegistryUnavailableException away = registryAway(why);
        if (away != null) {
            LOG.warn("waiting for the schema registry, application={}, why={}", application, away.getMessage());
            LockSupport.parkNanos(pause.multipliedBy(TOO_MANY).toNanos());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        final int lately = count(System.nanoTime());
        LOG.error("stream thread died, application={}, lately={}", application, lately, why);
        if (lately >= TOO_MANY) {
            tooMany = true;
        }
        // the cause gets a little longer to pass each time
        LockSupport.parkNanos(pause.multipliedBy(lately).toNanos());
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private static @Nullable RegistryUnavailableException registryAway(final Throwable why) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof RegistryUnavailableException away) {
                return away;
            }
        }
        return null;
    }

    private synchronized int count(final long now) {
        deaths.addLast(now);
        while (now - deaths.getFirst() > WINDOW.toNanos()) {
            deaths.removeFirst();
        }
        return deaths.size();
    }
}

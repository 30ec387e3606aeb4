package io.millrace.api.wiring;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Something that is done again and again beside everything else. What it does must not throw. */
final class Every implements AutoCloseable {

    private final ScheduledExecutorService timer;

    private Every(final String name) {
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    static Every seconds(final int seconds, final String name, final Runnable what) {
        final Every every = new Every(name);
        every.timer.scheduleWithFixedDelay(what, 0, seconds, TimeUnit.SECONDS);
        return every;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

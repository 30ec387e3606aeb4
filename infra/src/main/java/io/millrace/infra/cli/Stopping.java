package io.millrace.infra.cli;

import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ctrl-C: closes what runs, while the process still waits for it. */
final class Stopping {

    private static final Logger LOG = LoggerFactory.getLogger(Stopping.class);

    private Stopping() {}

    static void on(final AutoCloseable what, final CountDownLatch stopped) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stopped.countDown();
                            try {
                                what.close();
                            } catch (final Exception e) {
                                LOG.warn("it did not stop cleanly", e);
                            }
                        },
                        "stop"));
    }
}

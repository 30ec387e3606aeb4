package io.millrace.infra.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.infra.load.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two thousand listen to one instance: what that costs it, and how soon the last of them knows. */
class ManyListenersTest {

    private static final Logger LOG = LoggerFactory.getLogger(ManyListenersTest.class);
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int LISTENERS = 2_000;
    private static final int EVENTS = 100;
    private static final int MOST_THREADS_MORE = 40;

    @Test
    @Tag("long")
    void shouldTellTwoThousandListenersWithAHandfulOfThreads(@TempDir final Path dir) throws Exception {
        try (UpProcess up = UpProcess.start(dir.resolve("data"), "--business", "cafe");
                Caller caller = new Caller(up.port(), SOON)) {
            final long threads = status(up, "Threads:");
            final long memory = status(up, "VmRSS:");
            try (Listeners listeners = new Listeners(up.port(), "business=cafe&desk=crowd", LISTENERS)) {
                await().atMost(SOON).until(() -> listeners.welcomed() == LISTENERS);
                final long memoryOfSilence = status(up, "VmRSS:");
                listeners.asked(1);
                Cafes.register(caller, "crowd", "latte", 0);
                for (int seq = 2; seq <= EVENTS; seq++) {
                    final long all = seq - 1;
                    await().atMost(SOON)
                            .pollInterval(Duration.ofMillis(2))
                            .until(() -> listeners.heardAll(all) == LISTENERS);
                    listeners.asked(seq);
                    assertThat(caller.post("/cafe/shops/crowd/menu/latte/restocks", "{\"quantity\":1}")
                                    .status())
                            .isEqualTo(201);
                }
                await().atMost(SOON).until(() -> listeners.heardAll(EVENTS) == LISTENERS);
                final Histogram delays = listeners.delays();
                LOG.info(
                        "listeners={}, threads {} -> {}, resident kB {} -> {} silent -> {}, micros from the command to"
                                + " the listener p50={} p99={} max={}",
                        LISTENERS,
                        threads,
                        status(up, "Threads:"),
                        memory,
                        memoryOfSilence,
                        status(up, "VmRSS:"),
                        delays.getValueAtPercentile(50) / 1_000,
                        delays.getValueAtPercentile(99) / 1_000,
                        delays.getMaxValue() / 1_000);
                assertThat(delays.getTotalCount()).isEqualTo((long) LISTENERS * EVENTS);
                assertThat(status(up, "Threads:") - threads)
                        .as("threads more for %d listeners", LISTENERS)
                        .isLessThan(MOST_THREADS_MORE);
            }
        }
    }

    private static long status(final UpProcess up, final String what) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(up.pid()), "status")).stream()
                .filter(line -> line.startsWith(what))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}

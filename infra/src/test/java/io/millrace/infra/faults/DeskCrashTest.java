package io.millrace.infra.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.backbone.desk.MemoryBooks;
import io.millrace.infra.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A desk crashed at every point between poll, write, produce and commit, in an order and at places the seed draws. */
class DeskCrashTest {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final int BATCH = 8;

    @ParameterizedTest
    @ValueSource(longs = 11)
    void shouldComeToTheSameWhereverItCrashes(final long seed, @TempDir final Path dir) throws Exception {
        final Random random = new Random(seed);
        final List<CrashPoint> points = new ArrayList<>(Arrays.asList(CrashPoint.values()));
        Collections.shuffle(points, random);
        try (EmbeddedBroker broker = EmbeddedBroker.start(dir.resolve("kafka"), 0, Map.of());
                CrashCafe cafe = new CrashCafe(broker.bootstrap(), dir, random)) {
            cafe.start(new CrashingClients());
            cafe.send(BATCH);
            for (final CrashPoint point : points) {
                final CrashingClients clients = cafe.clients();
                cafe.awaitReceipts();
                clients.arm(point, point.after(random));
                cafe.send(BATCH);
                assertThat(clients.crashed().await(SOON.toSeconds(), TimeUnit.SECONDS))
                        .as("seed %d comes to %s", seed, point)
                        .isTrue();
                cafe.stop();
                cafe.start(new CrashingClients());
            }
            cafe.send(BATCH);
            cafe.awaitReceipts();

            final Findings findings = new Findings();
            final Evidence evidence = cafe.evidence();
            final MemoryBooks books = new Oracle(evidence, findings).judge();
            assertThat(findings.lines()).as("seed %d", seed).isEmpty();
            assertThat(evidence.receipts()).as("answered once each").hasSize(BATCH * (points.size() + 2));
            await().atMost(SOON).untilAsserted(() -> assertThat(cafe.books()).isEqualTo(books.rows()));
        }
    }
}

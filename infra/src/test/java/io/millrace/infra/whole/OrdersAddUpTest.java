package io.millrace.infra.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.infra.load.Answer;
import io.millrace.infra.load.Caller;
import io.millrace.infra.load.Crowd;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrdersAddUpTest {

    private static final Duration CALL = Duration.ofSeconds(30);

    @SuppressWarnings("NullAway.Init")
    private static UpProcess up;

    @BeforeAll
    static void start(@TempDir final Path dir) {
        up = UpProcess.start(dir.resolve("data"), "--business", "cafe");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        up.close();
    }

    @Test
    void shouldSellExactlyWhatIsThereToTwoThousandAtOnce() throws Exception {
        try (Caller caller = new Caller(up.port(), CALL)) {
            Cafes.register(caller, "gangnam", "latte", 1_000);
            final Map<Integer, Queue<Answer>> answers = new ConcurrentHashMap<>();
            new Crowd(up.port(), CALL).turns(2_000, 1, (one, who, _) -> {
                final Answer answer = Cafes.order(one, "gangnam", "c" + who, "crowd-" + who);
                answers.computeIfAbsent(answer.status(), _ -> new ConcurrentLinkedQueue<>())
                        .add(answer);
            });
            assertThat(answers.keySet()).containsExactlyInAnyOrder(201, 422);
            assertThat(answers.get(201)).hasSize(1_000);
            assertThat(answers.get(422))
                    .hasSize(1_000)
                    .allSatisfy(refused -> assertThat(refused.body())
                            .contains("\"OUT_OF_STOCK\"")
                            .contains("음료 재료 소진으로 주문이 불가합니다."));
            assertThat(answers.get(201).stream().map(Cafes::number).sorted().toList())
                    .isEqualTo(LongStream.rangeClosed(1, 1_000).boxed().toList());
            assertThat(Cafes.stock(caller, "gangnam", "cafe/gangnam@1001")).isZero();
        }
    }

    @Test
    void shouldKeepEveryAnsweredOrderThroughAKill() throws Exception {
        try (Caller caller = new Caller(up.port(), CALL)) {
            Cafes.register(caller, "mapo", "latte", 1_000_000);
        }
        final Map<String, Answer> taken = new ConcurrentHashMap<>();
        for (int cycle = 0; cycle < 2; cycle++) {
            killUnderLoad(cycle, taken, 150 * (cycle + 1));
            up.again();
            up.untilReady();
        }
        assertThat(taken).hasSizeGreaterThanOrEqualTo(450);
        assertEverythingIsThereOnce(taken);
        assertThat(up.said()).as("what it said through all kills").doesNotContain("stream thread died");
    }

    /** Callers order until the process is killed under them, as soon as that many more were answered. */
    private static void killUnderLoad(final int cycle, final Map<String, Answer> taken, final int after)
            throws Exception {
        final AtomicBoolean on = new AtomicBoolean(true);
        final int enough = taken.size() + after;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            final List<Future<?>> callers = IntStream.range(0, 50)
                    .<Future<?>>mapToObj(who -> threads.submit(() -> orderUntilCutOff(cycle, who, taken, on)))
                    .toList();
            await().atMost(UpProcess.PATIENCE).until(() -> taken.size() >= enough);
            up.kill();
            on.set(false);
            for (final Future<?> caller : callers) {
                caller.get();
            }
        }
    }

    private static void orderUntilCutOff(
            final int cycle, final int who, final Map<String, Answer> taken, final AtomicBoolean on) {
        try (Caller caller = new Caller(up.port(), CALL)) {
            for (int n = 0; on.get(); n++) {
                final String key = "kill-%d-%d-%d".formatted(cycle, who, n);
                final Answer answer = Cafes.order(caller, "mapo", "c" + who, key);
                if (answer.status() == 201) {
                    taken.put(key, answer);
                }
            }
        } catch (final IOException e) {
            // the kill cuts callers off; what they were not answered they don't count
            assertThat(e).isNotNull();
        }
    }

    private static void assertEverythingIsThereOnce(final Map<String, Answer> taken) throws Exception {
        try (Caller caller = new Caller(up.port(), CALL)) {
            assertThat(taken.values().stream().map(Cafes::number).distinct().count())
                    .as("every answered order has a number of its own")
                    .isEqualTo(taken.size());
            final Queue<Map.Entry<String, Answer>> all = new ConcurrentLinkedQueue<>(taken.entrySet());
            new Crowd(up.port(), CALL).turns(20, 1, (one, _, _) -> {
                for (var next = all.poll(); next != null; next = all.poll()) {
                    assertAnsweredTheSameAgain(one, next.getKey(), next.getValue());
                }
            });
            final Answer last = Cafes.order(caller, "mapo", "last", "the-last-one");
            final long orders = Cafes.number(last);
            assertThat(Cafes.stock(caller, "mapo", Cafes.token(last)))
                    .as("stock that is left, after %d orders", orders)
                    .isEqualTo(1_000_000 - orders);
        }
    }

    private static void assertAnsweredTheSameAgain(final Caller caller, final String key, final Answer answer)
            throws IOException {
        final Answer again = Cafes.order(caller, "mapo", "c" + key.split("-")[2], key);
        assertThat(again.status()).as(again.body()).isEqualTo(201);
        assertThat(again.body()).as("the same answer again").isEqualTo(answer.body());
    }
}

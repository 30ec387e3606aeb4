package io.millrace.infra.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.infra.demo.Demo;
import io.millrace.infra.load.Caller;
import io.millrace.infra.observe.Queries;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo makes every business lively, stops by itself, and leaves nothing that doesn't add up. */
class DemoTest {

    private static final Duration LENGTH = Duration.ofSeconds(6);

    /** Such a page of figures is long, and the last of them come when the process is half a minute old. */
    private static final Duration SELDOM = Duration.ofSeconds(2);

    @Test
    void shouldMakeEveryBusinessLivelyAndStop(@TempDir final Path data) throws Exception {
        try (UpProcess up = UpProcess.start(data.resolve("up"));
                Caller caller = new Caller(up.port(), Duration.ofSeconds(10))) {
            final List<String> news = new ArrayList<>();

            final Demo.Done done = new Demo(up.port(), 7, LENGTH, news::add).run();

            assertThat(done.commands()).isGreaterThan(60);
            assertThat(done.refused()).isLessThan(done.commands() / 2);
            assertThat(news).first().asString().contains("five businesses");
            for (final String list : List.of(
                    "/cafe/shops/gangnam/orders?status=MAKING",
                    "/coffeeshop/shops/hongdae/orders",
                    "/rental/depots/seoul/orders",
                    "/riders/zones/mapo/deliveries?status=ACCEPTED")) {
                await(list)
                        .atMost(UpProcess.PATIENCE)
                        .until(() -> get(caller, list).contains("\"number\":"));
            }
            await("bank")
                    .atMost(UpProcess.PATIENCE)
                    .untilAsserted(() -> assertThat(get(caller, "/metrics"))
                            .containsPattern("millrace_commands_total\\{business=\"bank\",command=\"OpenAccount\","
                                    + "outcome=\"accepted\"} 3.0"));
            await("what the dashboard and the alarms ask for")
                    .atMost(UpProcess.PATIENCE)
                    .pollInterval(SELDOM)
                    .untilAsserted(() -> assertThat(Queries.unanswered(get(caller, "/metrics")))
                            .isEmpty());
            await("audit")
                    .atMost(UpProcess.PATIENCE)
                    .untilAsserted(() -> assertThat(get(caller, "/audit"))
                            .contains("\"violations\":0")
                            .doesNotContain("\"checked\":0,\"violations\":0,\"items\""));
        }
    }

    private static String get(final Caller caller, final String path) throws IOException {
        return caller.get(path).body();
    }
}

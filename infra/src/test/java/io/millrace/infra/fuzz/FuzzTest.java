package io.millrace.infra.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.Businesses;
import io.millrace.api.people.PasswordCost;
import io.millrace.api.people.PeopleSettings;
import io.millrace.api.wiring.Backbone;
import io.millrace.api.wiring.BackboneSettings;
import io.millrace.infra.broker.EmbeddedBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests of every kind, as everybody, at a whole process that asks for roles; and that the account of them can find something. */
class FuzzTest {

    private static final int REQUESTS = 4_000;
    private static final PeopleSettings.FirstAdmin ADMIN = new PeopleSettings.FirstAdmin("boss", "boss's password");

    @Test
    void shouldBearWhateverIsSent(@TempDir final Path dir) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(dir.resolve("kafka"), 0, Map.of())) {
            final BackboneSettings settings = BackboneSettings.of(
                    broker.bootstrap(), "mock://fuzz", dir.resolve("streams"), "one", Businesses.ALL, 0);
            final PeopleSettings people = settings.people()
                    .with(new PasswordCost(64, 1, 1))
                    .with(ADMIN)
                    .securing(true);
            try (Backbone backbone = Backbone.start(settings.with(people))) {
                assertThat(backbone.awaitReady(Duration.ofSeconds(90))).isTrue();
                final FuzzReport report = new Fuzz(backbone.port(), 8, new Fuzz.Admin(ADMIN.id(), ADMIN.password()))
                        .run(REQUESTS, 20_260);
                assertThat(report.good()).as(report.text()).isTrue();
                assertThat(report.requests()).isEqualTo(REQUESTS);
                for (final int status : List.of(200, 201, 400, 401, 403, 404, 405, 409, 422)) {
                    assertThat(report.answered(status))
                            .as(status + " in " + report.text())
                            .isPositive();
                }
            }
        }
    }

    @Test
    void shouldMakeTheSameRequestsOfTheSameSeed() {
        final String described = """
                {"paths":{"/a/{id}":{"post":{"requestBody":{"content":{"application/json":{"schema":
                {"type":"object","required":["n"],"properties":{"n":{"type":"integer"}}}}}}}}}}""";
        final Maker one = new Maker(Operation.of(described), Cast.NOBODY, new SplittableRandom(7));
        final Maker other = new Maker(Operation.of(described), Cast.NOBODY, new SplittableRandom(7));
        boolean broken = false;
        for (int n = 0; n < 200; n++) {
            final Request request = one.next();
            assertThat(Arrays.equals(request.bytes(), other.next().bytes())).isTrue();
            broken |= request.broken();
        }
        assertThat(broken).isTrue();
    }

    @Test
    void shouldFindWhatShouldNotBe() {
        final Request request = new Request("GET", "GET /".getBytes(StandardCharsets.UTF_8), false);
        final Request half = new Request("GET", "GET".getBytes(StandardCharsets.UTF_8), true);
        final FuzzReport fine = new FuzzReport(1);
        fine.answered(request, new Wire.Answer(400, ""));
        fine.answered(request, new Wire.Answer(503, "{\"code\":\"BUSY\"}"));
        fine.hungUp(half);
        fine.afterwards(0, true);
        assertThat(fine.good()).isTrue();
        assertThat(found(report -> report.answered(request, new Wire.Answer(500, ""))))
                .isFalse();
        assertThat(found(report -> report.answered(request, new Wire.Answer(503, ""))))
                .isFalse();
        assertThat(found(report -> report.hung(half))).isFalse();
        assertThat(found(report -> report.hungUp(request))).isFalse();
        assertThat(found(report -> report.afterwards(1, true))).isFalse();
        assertThat(found(report -> report.afterwards(0, false))).isFalse();
    }

    private static boolean found(final java.util.function.Consumer<FuzzReport> what) {
        final FuzzReport report = new FuzzReport(1);
        what.accept(report);
        return report.good();
    }
}

package io.millrace.schemas.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HttpSchemaRegistryTest {
    private static final Schema LONG = Schema.create(Schema.Type.LONG);

    @Test
    void shouldAskAsTheRestApiSays() throws Exception {
        try (FakeRegistry fake = new FakeRegistry(200, "{\"id\":7,\"version\":3,\"schema\":\"\\\"long\\\"\"}")) {
            final SchemaRegistry registry = registry(fake.url() + "/");

            assertThat(registry.register("a b/c", LONG)).isEqualTo(7);
            assertThat(registry.idOf("s", LONG)).isEqualTo(7);
            assertThat(registry.schema(7)).isEqualTo(LONG);
            assertThat(registry.latest("s")).isEqualTo(new SchemaRegistry.Latest(7, 3, LONG));
            assertThat(fake.questions())
                    .containsExactly(
                            "POST /subjects/a%20b%2Fc/versions null {\"schema\":\"\\\"long\\\"\"}",
                            "POST /subjects/s null {\"schema\":\"\\\"long\\\"\"}",
                            "GET /schemas/ids/7 null ",
                            "GET /subjects/s/versions/latest null ");
        }
    }

    @Test
    void shouldAskOnceAndRemember() throws Exception {
        try (FakeRegistry fake = new FakeRegistry(200, "{\"id\":7,\"schema\":\"\\\"long\\\"\"}")) {
            final Map<String, String> config = Map.of("schema.registry.url", fake.url());
            for (int i = 0; i < 3; i++) {
                SchemaRegistries.of(config).register("s", LONG);
                SchemaRegistries.of(config).schema(7);
            }
            assertThat(fake.questions()).hasSize(2);
        }
    }

    @Test
    void shouldAskTheNextOneWhenOneIsDownOrBrokenAndStayThere() throws Exception {
        try (FakeRegistry broken = new FakeRegistry(503, "{}");
                FakeRegistry sound = new FakeRegistry(200, "{\"id\":7}")) {
            final SchemaRegistry registry = registry("http://localhost:1," + broken.url() + "," + sound.url());

            assertThat(registry.register("s", LONG)).isEqualTo(7);
            assertThat(registry.register("s", LONG)).isEqualTo(7);
            assertThat(broken.questions()).hasSize(1);
            assertThat(sound.questions()).hasSize(2);
        }
    }

    @Test
    void shouldSayWhoWasAskedWhenNobodyAnswers() {
        assertThatThrownBy(() -> registry("http://localhost:1").schema(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("http://localhost:1")
                .hasMessageContaining("schema.registry.url");
    }

    @Test
    void shouldGiveUpOnASilentServerLongBeforeAConsumerLeavesItsGroup() throws Exception {
        try (java.net.ServerSocket silent = new java.net.ServerSocket(0)) {
            final long start = System.nanoTime();
            final SchemaRegistry registry = new HttpSchemaRegistry(Map.of(
                    "schema.registry.url", "http://localhost:" + silent.getLocalPort(), "http.read.timeout.ms", "200"));

            assertThatThrownBy(() -> registry.schema(1)).isInstanceOf(RegistryUnavailableException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void shouldTellUnknownFromRefused() throws Exception {
        try (FakeRegistry unknown = new FakeRegistry(404, "{\"error_code\":40403,\"message\":\"Schema 9 not found\"}");
                FakeRegistry elsewhere = new FakeRegistry(404, "{\"error_code\":404,\"message\":\"HTTP 404\"}");
                FakeRegistry page = new FakeRegistry(404, "<html>");
                FakeRegistry refused = new FakeRegistry(409, "{\"error_code\":409,\"message\":\"incompatible\"}")) {
            assertThatThrownBy(() -> registry(unknown.url()).schema(9))
                    .isInstanceOf(UnknownSchemaException.class)
                    .hasMessageContaining("Schema 9 not found");
            assertThatThrownBy(() -> registry(elsewhere.url()).schema(9))
                    .isExactlyInstanceOf(RegistryException.class)
                    .hasMessageContaining("root");
            assertThatThrownBy(() -> registry(page.url()).schema(9))
                    .isExactlyInstanceOf(RegistryException.class)
                    .hasMessageContaining("without JSON");
            assertThatThrownBy(() -> registry(refused.url()).register("s", LONG))
                    .isExactlyInstanceOf(RegistryException.class)
                    .hasMessageContaining("incompatible")
                    .hasMessageContaining("default");
        }
    }

    @Test
    void shouldReadOnlySelfContainedAvro() throws Exception {
        try (FakeRegistry proto = new FakeRegistry(200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"x\"}");
                FakeRegistry references = new FakeRegistry(200, "{\"schema\":\"x\",\"references\":[{}]}")) {
            assertThatThrownBy(() -> registry(proto.url()).schema(1)).hasMessageContaining("PROTOBUF");
            assertThatThrownBy(() -> registry(references.url()).schema(1)).hasMessageContaining("references");
        }
    }

    @Test
    void shouldSignInAsToldAndNeverShowHow() throws Exception {
        final String secret = "YWRhOnMzY3JldA==";
        try (FakeRegistry fake = new FakeRegistry(401, "{\"error_code\":401,\"message\":\"Unauthorized\"}")) {
            for (final Map<String, String> config : java.util.List.of(
                    Map.of(
                            "schema.registry.url", fake.url(),
                            "basic.auth.credentials.source", "USER_INFO",
                            "basic.auth.user.info", "ada:s3cret"),
                    Map.of("schema.registry.url", "http://ada:s3cret@localhost:" + fake.port()))) {
                final Throwable refused = catchThrowable(() -> new HttpSchemaRegistry(config).schema(1));

                assertThat(fake.questions().getLast()).contains("Basic " + secret);
                assertThat(refused).hasMessageContaining("401").hasMessageContaining("basic.auth.user.info");
                assertThat(refused.toString()).doesNotContain("s3cret").doesNotContain(secret);
                assertThat(RegistrySettings.of(config).toString())
                        .doesNotContain("s3cret")
                        .doesNotContain(secret);
            }
            final Map<String, String> token = Map.of("schema.registry.url", fake.url(), "bearer.auth.token", "t0k3n");
            assertThat(catchThrowable(() -> new HttpSchemaRegistry(token).schema(1))
                            .toString())
                    .doesNotContain("t0k3n");
            assertThat(fake.questions().getLast()).contains("Bearer t0k3n");
        }
    }

    @Test
    void shouldSayWhatIsWrongWithSettingsWithoutShowingThem() {
        assertThatThrownBy(() -> SchemaRegistries.of(Map.of())).hasMessageContaining("schema.registry.url");
        assertThatThrownBy(() -> registry("http://ada:s3cret@ nowhere"))
                .isInstanceOf(RegistryException.class)
                .hasMessageNotContaining("s3cret")
                .hasNoCause();
        assertThatThrownBy(() -> registry("localhost:8081")).hasMessageContaining("http://host:port");
        assertThatThrownBy(() -> new HttpSchemaRegistry(
                        Map.of("schema.registry.url", "http://h", "basic.auth.credentials.source", "USER_INFO")))
                .hasMessageContaining("basic.auth.user.info");
    }

    private static SchemaRegistry registry(final String urls) {
        return new HttpSchemaRegistry(Map.of("schema.registry.url", urls));
    }
}

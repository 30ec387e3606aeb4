package io.millrace.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The REST API as other people's tools see it, on a real broker. Every test has subjects of its own. */
@SuppressWarnings("NullAway.Init")
class RegistryRestTest {
    private static final String ONE_FIELD = order("{\"name\":\"id\",\"type\":\"long\"}");
    private static final String WITH_DEFAULT =
            order("{\"name\":\"id\",\"type\":\"long\"},{\"name\":\"note\",\"type\":\"string\",\"default\":\"\"}");
    private static final String WITHOUT_DEFAULT =
            order("{\"name\":\"id\",\"type\":\"long\"},{\"name\":\"desk\",\"type\":\"string\"}");

    private static Cluster cluster;
    private static EmbeddedRegistry registry;
    private static Rest rest;

    @BeforeAll
    static void start() throws Exception {
        cluster = Cluster.start();
        registry = EmbeddedRegistry.start(cluster.bootstrapServers(), "localhost", 0);
        rest = new Rest(registry.url());
    }

    @AfterAll
    static void stop() throws Exception {
        registry.close();
        cluster.close();
    }

    @Test
    void shouldGiveTheSameIdWhenTheSameSchemaComesAgainInOtherWords() {
        final int id = register("again", ONE_FIELD);

        assertThat(register("again", ONE_FIELD.replace(",", " ,\n "))).isEqualTo(id);
        assertThat(register("again-elsewhere", ONE_FIELD)).isEqualTo(id);
        assertThat(rest.get("/subjects/again/versions").body()).isEqualTo("[1]");
    }

    @Test
    void shouldAnswerInTheRegistrysOwnContentType() {
        assertThat(rest.get("/subjects").contentType()).startsWith("application/vnd.schemaregistry.v1+json");
        assertThat(rest.get("/nowhere").contentType()).startsWith("application/vnd.schemaregistry.v1+json");
        assertThat(rest.get("/").body()).isEqualTo("{}");
    }

    @Test
    void shouldTellWhatIsRegisteredInEveryWayToolsAsk() {
        final int id = register("ways", ONE_FIELD);
        final int next = register("ways", WITH_DEFAULT);

        assertThat(next).isGreaterThan(id);
        assertThat(rest.get("/subjects").json().toString()).contains("\"ways\"");
        assertThat(rest.get("/subjects?subjectPrefix=way").body()).isEqualTo("[\"ways\"]");
        assertThat(rest.get("/subjects/ways/versions").body()).isEqualTo("[1,2]");
        assertThat(rest.get("/subjects/ways/versions/1").json().path("id").asInt())
                .isEqualTo(id);
        assertThat(rest.get("/subjects/ways/versions/latest")
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(rest.get("/subjects/ways/versions/1/schema").json()).isEqualTo(json(ONE_FIELD));
        assertThat(rest.get("/subjects/ways/versions/1/referencedby").body()).isEqualTo("[]");
        assertThat(json(rest.get("/schemas/ids/" + id).json().path("schema").asString()))
                .isEqualTo(json(ONE_FIELD));
        assertThat(rest.get("/schemas/ids/" + id + "/schema").json()).isEqualTo(json(ONE_FIELD));
        assertThat(rest.get("/schemas/ids/" + next + "/subjects").json().toString())
                .contains("\"ways\"");
        assertThat(rest.get("/schemas/ids/" + next + "/versions").json().toString())
                .contains("{\"subject\":\"ways\",\"version\":2}");
        assertThat(rest.get("/schemas/types").body()).isEqualTo("[\"AVRO\"]");
        assertThat(rest.get("/schemas?subjectPrefix=ways").json().size()).isEqualTo(2);
        assertThat(rest.postSchema("/subjects/ways", WITH_DEFAULT)
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void shouldSayWithConfluentsCodesWhatIsUnknownOrInvalid() {
        register("codes", ONE_FIELD);

        assertThat(rest.get("/subjects/nobody/versions").error()).isEqualTo("404/40401");
        assertThat(rest.postSchema("/subjects/nobody", ONE_FIELD).error()).isEqualTo("404/40401");
        assertThat(rest.get("/subjects/codes/versions/9").error()).isEqualTo("404/40402");
        assertThat(rest.get("/schemas/ids/99999").error()).isEqualTo("404/40403");
        assertThat(rest.postSchema("/subjects/codes", WITH_DEFAULT).error()).isEqualTo("404/40403");
        assertThat(rest.get("/subjects/codes/versions/first").error()).isEqualTo("422/42202");
        assertThat(rest.get("/subjects/codes/versions/0").error()).isEqualTo("422/42202");
        assertThat(rest.postSchema("/subjects/codes/versions", "{\"type\":\"recod\"}")
                        .error())
                .isEqualTo("422/42201");
        assertThat(rest.post("/subjects/codes/versions", "{}").error()).isEqualTo("422/42201");
        assertThat(rest.post("/subjects/codes/versions", "no json").error()).isEqualTo("400/400");
        assertThat(rest.put("/config", "{\"compatibility\":\"SOME\"}").error()).isEqualTo("422/42203");
        assertThat(rest.put("/mode", "{\"mode\":\"SOME\"}").error()).isEqualTo("422/42204");
        assertThat(rest.get("/config/codes").error()).isEqualTo("404/40408");
        assertThat(rest.get("/no/such/route").error()).isEqualTo("404/404");
    }

    @Test
    void shouldRefuseReferencesAndOtherSchemaLanguagesClearly() {
        final Rest.Answer references = rest.post(
                "/subjects/refused/versions",
                "{\"schema\":\"{}\",\"references\":[{\"name\":\"a\",\"subject\":\"a\",\"version\":1}]}");

        assertThat(references.error()).isEqualTo("422/42201");
        assertThat(references.body()).contains("references");
        assertThat(rest.post("/subjects/refused/versions", "{\"schema\":\"x\",\"schemaType\":\"PROTOBUF\"}")
                        .body())
                .contains("PROTOBUF");
    }

    @Test
    void shouldRefuseWhatOldRecordsCouldNotBeReadWithUnlessToldOtherwise() {
        register("strict", ONE_FIELD);

        final Rest.Answer refused = rest.postSchema("/subjects/strict/versions", WITHOUT_DEFAULT);

        assertThat(refused.error()).isEqualTo("409/409");
        assertThat(refused.body()).contains("desk").contains("READER_FIELD_MISSING_DEFAULT_VALUE");
        assertThat(rest.put("/config/strict", "{\"compatibility\":\"NONE\"}").body())
                .isEqualTo("{\"compatibility\":\"NONE\"}");
        assertThat(rest.postSchema("/subjects/strict/versions", WITHOUT_DEFAULT).status())
                .isEqualTo(200);
    }

    @Test
    void shouldAnswerWhetherItWouldFitWithoutChangingAnything() {
        register("would", ONE_FIELD);

        assertThat(rest.postSchema("/compatibility/subjects/would/versions/latest", WITH_DEFAULT)
                        .body())
                .isEqualTo("{\"is_compatible\":true}");
        final Rest.Answer no =
                rest.postSchema("/compatibility/subjects/would/versions/1?verbose=true", WITHOUT_DEFAULT);
        assertThat(no.json().path("is_compatible").asBoolean()).isFalse();
        assertThat(no.json().path("messages").get(0).asString()).contains("desk");
        assertThat(rest.postSchema("/compatibility/subjects/would/versions", WITHOUT_DEFAULT)
                        .body())
                .isEqualTo("{\"is_compatible\":false}");
        assertThat(rest.postSchema("/compatibility/subjects/nobody/versions/latest", ONE_FIELD)
                        .error())
                .isEqualTo("404/40401");
        assertThat(rest.get("/subjects/would/versions").body()).isEqualTo("[1]");
    }

    @Test
    void shouldDeleteInTwoStepsOnly() {
        final int id = register("doomed", ONE_FIELD);
        register("doomed", WITH_DEFAULT);

        assertThat(rest.delete("/subjects/doomed/versions/1?permanent=true").error())
                .isEqualTo("404/40407");
        assertThat(rest.delete("/subjects/doomed/versions/1").body()).isEqualTo("1");
        assertThat(rest.delete("/subjects/doomed/versions/1").error()).isEqualTo("404/40406");
        assertThat(rest.get("/subjects/doomed/versions").body()).isEqualTo("[2]");
        assertThat(rest.get("/subjects/doomed/versions?deleted=true").body()).isEqualTo("[1,2]");
        assertThat(rest.get("/schemas/ids/" + id).status())
                .as("records that name it can still be read")
                .isEqualTo(200);
        assertThat(rest.delete("/subjects/doomed?permanent=true").error()).isEqualTo("404/40405");
        assertThat(rest.delete("/subjects/doomed").body()).isEqualTo("[2]");
        assertThat(rest.delete("/subjects/doomed").error()).isEqualTo("404/40404");
        assertThat(rest.get("/subjects/doomed/versions").error()).isEqualTo("404/40401");
        assertThat(rest.delete("/subjects/doomed?permanent=true").body()).isEqualTo("[1,2]");
        assertThat(rest.get("/subjects?deleted=true").body()).doesNotContain("doomed");
        assertThat(rest.delete("/subjects/doomed").error()).isEqualTo("404/40401");
    }

    @Test
    void shouldKeepSettingsPerSubjectAndFallBackToTheGlobalOne() {
        assertThat(rest.get("/config").body()).isEqualTo("{\"compatibilityLevel\":\"BACKWARD\"}");
        rest.put("/config/setting", "{\"compatibility\":\"FULL_TRANSITIVE\"}");
        assertThat(rest.get("/config/setting").body()).isEqualTo("{\"compatibilityLevel\":\"FULL_TRANSITIVE\"}");
        assertThat(rest.delete("/config/setting").body()).isEqualTo("{\"compatibilityLevel\":\"FULL_TRANSITIVE\"}");
        assertThat(rest.get("/config/setting?defaultToGlobal=true").body())
                .isEqualTo("{\"compatibilityLevel\":\"BACKWARD\"}");
    }

    @Test
    void shouldTakeNoChangeWhereItIsReadOnly() {
        assertThat(rest.get("/mode").body()).isEqualTo("{\"mode\":\"READWRITE\"}");
        assertThat(rest.put("/mode/frozen", "{\"mode\":\"READONLY\"}").status()).isEqualTo(200);

        assertThat(rest.postSchema("/subjects/frozen/versions", ONE_FIELD).error())
                .isEqualTo("422/42205");
    }

    private static int register(final String subject, final String schema) {
        final Rest.Answer answer = rest.postSchema("/subjects/" + subject + "/versions", schema);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("id").asInt();
    }

    private static tools.jackson.databind.JsonNode json(final String text) {
        return Json.parse(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String order(final String fields) {
        return "{\"type\":\"record\",\"name\":\"Order\",\"namespace\":\"test\",\"fields\":[" + fields + "]}";
    }
}

package io.millrace.schemas.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** A gate that never closes proves nothing: each of these changes must be caught, and each harmless one must pass. */
class SaboteurTest {
    private static final String EVENT = record("Event", """
            {"name":"seq","type":"long"},
            {"name":"at","type":{"type":"long","logicalType":"timestamp-millis"}},
            {"name":"status","type":{"type":"enum","name":"Status","symbols":["OPEN","CLOSED"]}},
            {"name":"note","type":"string","default":""},
            {"name":"payload","type":["null","long","string"]}""");

    @Test
    void shouldLetTheSameSchemasPass() throws Exception {
        final Map<String, Schema> today = GeneratedSchemas.today();

        assertThat(today).containsKey("io.millrace.schemas.Notice").hasSizeGreaterThan(5);
        assertThat(new CompatibilityGate(today).breaches(List.of(new Release("1.0.0", today))))
                .isEmpty();
    }

    @Test
    void shouldCatchARemovedFieldThatHadNoDefault() {
        assertThat(afterwards(EVENT.replace("{\"name\":\"seq\",\"type\":\"long\"},", "")))
                .singleElement()
                .asString()
                .contains("test.Event", "1.0.0", "its readers can't read today's", "seq");
    }

    @Test
    void shouldCatchAnAddedFieldWithoutDefault() {
        assertThat(afterwards(EVENT.replace(
                        "{\"name\":\"seq\"", "{\"name\":\"desk\",\"type\":\"string\"},{\"name\":\"seq\"")))
                .singleElement()
                .asString()
                .contains("test.Event", "today's schema can't read it", "desk");
    }

    @Test
    void shouldCatchAChangedType() {
        assertThat(afterwards(EVENT.replace("\"seq\",\"type\":\"long\"", "\"seq\",\"type\":\"string\"")))
                .extracting(Breach::why)
                .anyMatch(it -> it.contains("TYPE_MISMATCH"));
    }

    @Test
    void shouldCatchATypeThatIsOnlyWidened() {
        assertThat(afterwards(EVENT.replace("\"seq\",\"type\":\"long\"", "\"seq\",\"type\":\"double\"")))
                .singleElement()
                .asString()
                .contains("its readers can't read today's");
    }

    @Test
    void shouldCatchARemovedUnionBranch() {
        assertThat(afterwards(EVENT.replace(",\"string\"]", "]")))
                .singleElement()
                .asString()
                .contains("MISSING_UNION_BRANCH", "today's schema can't read it");
    }

    @Test
    void shouldCatchARemovedWordOfAnEnum() {
        assertThat(afterwards(EVENT.replace(",\"CLOSED\"", "")))
                .extracting(Breach::why)
                .anyMatch(it -> it.contains("MISSING_ENUM_SYMBOLS"));
    }

    @Test
    void shouldCatchAChangedMeaningOfTheSameNumber() {
        assertThat(afterwards(EVENT.replace("timestamp-millis", "timestamp-micros")))
                .singleElement()
                .asString()
                .contains("at changed its meaning from timestamp-millis to timestamp-micros");
    }

    @Test
    void shouldCatchASchemaThatIsGone() {
        assertThat(new CompatibilityGate(Map.of()).breaches(List.of(release("1.0.0", EVENT))))
                .singleElement()
                .asString()
                .contains("test.Event", "gone");
    }

    @Test
    void shouldLetReadersBeDeployedFirstForNewEventsAndWords() {
        assertThat(afterwards(
                        EVENT.replace("\"string\"]", "\"string\",\"bytes\"]").replace("CLOSED", "CLOSED\",\"LATE")))
                .isEmpty();
    }

    @Test
    void shouldLetFieldsWithDefaultsComeAndGo() {
        assertThat(afterwards(EVENT.replace("{\"name\":\"note\",\"type\":\"string\",\"default\":\"\"},", "")))
                .isEmpty();
    }

    @Test
    void shouldReadTheOldestReleaseToo() {
        final String older = EVENT.replace("{\"name\":\"seq\",\"type\":\"long\"},", "");
        final List<Release> releases = List.of(release("0.9.0", older), release("0.10.0", EVENT));

        assertThat(new CompatibilityGate(Map.of("test.Event", parsed(EVENT))).breaches(releases))
                .singleElement()
                .asString()
                .contains("0.9.0", "seq");
    }

    private static List<Breach> afterwards(final String changed) {
        assertThat(changed).as("the sabotage itself").isNotEqualTo(EVENT);
        return new CompatibilityGate(Map.of("test.Event", parsed(changed))).breaches(List.of(release("1.0.0", EVENT)));
    }

    private static Release release(final String version, final String schema) {
        return new Release(version, Map.of("test.Event", parsed(schema)));
    }

    private static Schema parsed(final String schema) {
        return new Schema.Parser().parse(schema);
    }

    private static String record(final String name, final String fields) {
        return "{\"type\":\"record\",\"name\":\"" + name + "\",\"namespace\":\"test\",\"fields\":[" + fields + "]}";
    }
}

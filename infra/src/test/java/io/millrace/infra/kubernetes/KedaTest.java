package io.millrace.infra.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The model of what KEDA understands bites. */
class KedaTest {

    private final JsonNode scaled =
            Manifests.find("overlays/prod", "ScaledObject").orElseThrow();

    @Test
    void shouldUnderstandWhatIsDeployed() {
        Keda.check(scaled);
    }

    @Test
    void shouldRefuseWhatKedaWouldNotUnderstand() {
        refused(spec -> spec.put("minReplicas", 3), "minReplicas");
        refused(spec -> spec.put("pollingInterval", "15"), "pollingInterval");
        refused(spec -> spec.put("minReplicaCount", 9), "least");
        refused(spec -> spec.remove("triggers"), "trigger");
        refused(spec -> ((ObjectNode) spec.get("scaleTargetRef")).put("knd", "x"), "knd");
        refused(
                spec -> ((ObjectNode) spec.at("/advanced/horizontalPodAutoscalerConfig/behavior")).put("scaleSide", 1),
                "scaleSide");
    }

    @Test
    void shouldRefuseATriggerThatLacksSomething() {
        refused(spec -> trigger(spec).put("type", "kafkaa"), "kafkaa");
        refused(spec -> metadata(spec).remove("topic"), "topic");
        refused(spec -> metadata(spec).put("lagTreshold", "5000"), "lagTreshold");
        refused(spec -> metadata(spec).put("lagThreshold", 5000), "lagThreshold");
        refused(
                spec -> ((ObjectNode)
                                spec.get("triggers").get(spec.get("triggers").size() - 1))
                        .remove("metricType"),
                "metricType");
    }

    /** What pages' groups are called changes when they are made anew; a trigger by name would look at nothing. */
    @Test
    void shouldNotGoByTheNameOfPages() {
        assertThat(scaled.at("/spec/triggers").valueStream())
                .noneMatch(it -> it.at("/metadata/consumerGroup").asString("").contains("-pages"))
                .anyMatch(it -> it.at("/metadata/query").asString("").contains("-pages(-[0-9]+)?"));
    }

    private void refused(final Consumer<ObjectNode> harm, final String because) {
        final ObjectNode harmed = ((ObjectNode) scaled).deepCopy();
        harm.accept((ObjectNode) harmed.get("spec"));
        assertThatThrownBy(() -> Keda.check(harmed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(because);
    }

    private static ObjectNode trigger(final ObjectNode spec) {
        return (ObjectNode) spec.get("triggers").get(0);
    }

    private static ObjectNode metadata(final ObjectNode spec) {
        return (ObjectNode) trigger(spec).get("metadata");
    }
}

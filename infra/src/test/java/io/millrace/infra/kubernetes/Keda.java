package io.millrace.infra.kubernetes;

import io.kubernetes.client.openapi.models.V2CrossVersionObjectReference;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscalerBehavior;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What KEDA understands of a ScaledObject, as far as it is used here: its own types are no library's. Fields are known
 * and of their type, and each trigger has what its kind needs, as text.
 */
final class Keda {

    private static final Set<String> NUMBERS =
            Set.of("minReplicaCount", "maxReplicaCount", "pollingInterval", "cooldownPeriod");
    private static final Set<String> OTHERS = Set.of("scaleTargetRef", "advanced", "triggers");

    /** What each kind of trigger must say, and may say besides. */
    private record Kind(Set<String> must, Set<String> may) {}

    private static final Map<String, Kind> KINDS = Map.of(
            "kafka",
            new Kind(
                    Set.of("bootstrapServers", "consumerGroup", "topic", "lagThreshold"),
                    Set.of("activationLagThreshold", "offsetResetPolicy", "allowIdleConsumers")),
            "prometheus",
            new Kind(Set.of("serverAddress", "query", "threshold"), Set.of("activationThreshold", "ignoreNullValues")),
            "cpu",
            new Kind(Set.of("value"), Set.of("containerName")));

    private Keda() {}

    /** @throws IllegalArgumentException saying what is wrong with it */
    static void check(final JsonNode scaled) {
        only(scaled, Set.of("apiVersion", "kind", "metadata", "spec"));
        final JsonNode spec = scaled.get("spec");
        spec.properties().forEach(field -> {
            if (NUMBERS.contains(field.getKey())) {
                require(field.getValue().isInt(), field.getKey() + " must be a whole number");
            } else {
                require(OTHERS.contains(field.getKey()), "no such field: " + field.getKey());
            }
        });
        require(
                spec.at("/minReplicaCount").asInt(0)
                        <= spec.at("/maxReplicaCount").asInt(100),
                "less than the least can't be the most");
        as(spec.get("scaleTargetRef"), V2CrossVersionObjectReference::fromJson);
        if (spec.has("advanced")) {
            only(spec.get("advanced"), Set.of("horizontalPodAutoscalerConfig"));
            final JsonNode config = spec.at("/advanced/horizontalPodAutoscalerConfig");
            only(config, Set.of("behavior"));
            as(config.get("behavior"), V2HorizontalPodAutoscalerBehavior::fromJson);
        }
        require(!spec.path("triggers").isEmpty(), "there is no trigger");
        spec.get("triggers").forEach(Keda::trigger);
    }

    private static void trigger(final JsonNode trigger) {
        only(trigger, Set.of("type", "name", "metricType", "metadata"));
        final String type = trigger.path("type").asString("");
        final Kind kind = KINDS.get(type);
        if (kind == null) {
            throw new IllegalArgumentException("no such trigger: " + type);
        }
        final JsonNode metadata = trigger.path("metadata");
        kind.must().forEach(it -> require(metadata.has(it), "a trigger by " + type + " needs " + it));
        metadata.properties().forEach(field -> {
            require(
                    kind.must().contains(field.getKey()) || kind.may().contains(field.getKey()),
                    "no such field of a trigger by " + type + ": " + field.getKey());
            require(field.getValue().isString(), field.getKey() + " must be text");
        });
        if (type.equals("cpu")) {
            require(
                    Set.of("Utilization", "AverageValue")
                            .contains(trigger.path("metricType").asString("")),
                    "a trigger by cpu needs a metricType");
        }
    }

    @FunctionalInterface
    private interface Reading {
        Object read(String json) throws Exception;
    }

    private static void as(final JsonNode node, final Reading reading) {
        try {
            reading.read(Manifests.text(node));
        } catch (final Exception e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static void only(final JsonNode node, final Set<String> known) {
        node.propertyNames().forEach(it -> require(known.contains(it), "no such field: " + it));
    }

    private static void require(final boolean so, final String otherwise) {
        if (!so) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}

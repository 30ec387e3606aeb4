package io.millrace.infra.kubernetes;

import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads a manifest as the cluster's own types: a field that they don't have, or of another type, is refused. */
final class Strict {

    private static final Set<String> KUSTOMIZATION =
            Set.of("apiVersion", "kind", "namespace", "resources", "patches", "labels", "images");

    private Strict() {}

    @FunctionalInterface
    private interface Reading {
        Object read(String json) throws Exception;
    }

    private static final Map<String, Reading> TYPES = Map.of(
            "apps/v1 StatefulSet", V1StatefulSet::fromJson,
            "v1 Service", V1Service::fromJson,
            "v1 ServiceAccount", V1ServiceAccount::fromJson,
            "v1 ConfigMap", V1ConfigMap::fromJson,
            "v1 Secret", V1Secret::fromJson,
            "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget::fromJson,
            "networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy::fromJson,
            "autoscaling/v2 HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::fromJson);

    /** @throws IllegalArgumentException saying what is wrong with it */
    static void check(final JsonNode manifest) {
        final String type = manifest.at("/apiVersion").asString() + " "
                + manifest.at("/kind").asString();
        switch (type) {
            case "kustomize.config.k8s.io/v1beta1 Kustomization" -> only(manifest, KUSTOMIZATION);
            case "keda.sh/v1alpha1 ScaledObject" -> Keda.check(manifest);
            default -> read(type, manifest);
        }
    }

    private static void read(final String type, final JsonNode manifest) {
        final Reading reading = TYPES.get(type);
        if (reading == null) {
            throw new IllegalArgumentException("no such type: " + type);
        }
        try {
            reading.read(Manifests.text(manifest));
        } catch (final Exception e) {
            throw new IllegalArgumentException(type + ": " + e.getMessage(), e);
        }
    }

    private static void only(final JsonNode node, final Collection<String> known) {
        node.propertyNames().stream()
                .filter(it -> !known.contains(it))
                .findFirst()
                .ifPresent(it -> {
                    throw new IllegalArgumentException("no such field: " + it);
                });
    }
}

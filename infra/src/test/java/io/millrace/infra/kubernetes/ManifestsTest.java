package io.millrace.infra.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.Businesses;
import io.millrace.infra.cli.Commands;
import io.millrace.infra.config.Secret;
import io.millrace.infra.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The manifests say what the cluster and the program understand, and nothing else. */
class ManifestsTest {

    private static final Pattern SETTING = Pattern.compile("^(?:# )?([a-z-]+) =", Pattern.MULTILINE);
    private static final Pattern SET = Pattern.compile("^([a-z-]+) = (.*)$", Pattern.MULTILINE);
    private static final String SECRETS = "/etc/millrace-secrets/";
    private static final String CONTAINER = "/spec/template/spec/containers/0";

    @Test
    void shouldBeWhatTheClusterUnderstands() {
        final JsonNode set = Manifests.base("StatefulSet");
        assertThat(Manifests.all())
                .hasSizeGreaterThan(12)
                .allSatisfy(it -> Strict.check(isPatch(it) ? Patch.over(set, it.content()) : it.content()));
    }

    @Test
    void shouldSeeWhatTheClusterWouldNotUnderstand() {
        final ObjectNode wrong = ((ObjectNode) Manifests.base("StatefulSet")).deepCopy();
        ((ObjectNode) wrong.at(CONTAINER)).put("readynessProbe", "x");
        assertThatThrownBy(() -> Strict.check(wrong)).hasMessageContaining("readynessProbe");
        final ObjectNode odd = ((ObjectNode) Manifests.base("StatefulSet")).deepCopy();
        odd.put("kind", "StatefulSett");
        assertThatThrownBy(() -> Strict.check(odd)).hasMessageContaining("StatefulSett");
        final JsonNode patched = Patch.over(
                Manifests.base("StatefulSet"),
                Manifests.find("overlays/dev", "StatefulSet").orElseThrow());
        assertThat(patched.at("/spec/replicas").asInt()).isEqualTo(1);
        assertThat(patched.at(CONTAINER + "/env").size()).isEqualTo(4);
    }

    @Test
    void shouldNameEverySettingAndNoOther() {
        final Set<String> known =
                Setting.of(Commands.up()).stream().map(Setting::key).collect(Collectors.toCollection(TreeSet::new));
        assertThat(matches(SETTING, properties())).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void shouldGiveTheEnvironmentOnlyWhatTheProgramReads() {
        final Set<String> known =
                Setting.of(Commands.up()).stream().map(Setting::variable).collect(Collectors.toSet());
        for (final Manifests.Manifest manifest : Manifests.all()) {
            manifest.content()
                    .at(CONTAINER + "/env")
                    .valueStream()
                    .map(it -> it.at("/name").asString())
                    .forEach(name -> assertThat(known.contains(name) || name.equals("NAMESPACE"))
                            .as("%s in %s", name, manifest)
                            .isTrue());
        }
        assertThat(Manifests.base("StatefulSet")
                        .at("/spec/template/spec/enableServiceLinks")
                        .asBoolean(true))
                .as("services put MILLRACE_... into the environment")
                .isFalse();
    }

    @Test
    void shouldFindEveryFileThatASettingNames() {
        final JsonNode container = Manifests.base("StatefulSet").at(CONTAINER);
        final List<String> mounts = container
                .at("/volumeMounts")
                .valueStream()
                .map(it -> it.at("/mountPath").asString() + "/")
                .toList();
        final Set<String> secrets = Set.copyOf(Manifests.find("overlays/dev", "Secret")
                .orElseThrow()
                .at("/stringData")
                .propertyNames());
        SET.matcher(properties())
                .results()
                .map(it -> it.group(2))
                .filter(it -> it.startsWith("/"))
                .forEach(path -> {
                    assertThat(mounts).as(path).anyMatch((path + "/")::startsWith);
                    if (path.startsWith(SECRETS)) {
                        assertThat(secrets).contains(path.substring(SECRETS.length()));
                    }
                });
        // in a cluster, Kafka is not our own, and has its users itself
        assertThat(Arrays.stream(Secret.values())
                        .filter(it -> it != Secret.KAFKA_USERS)
                        .map(Secret::file))
                .allSatisfy(file -> assertThat(properties()).contains("\n" + file + " = " + SECRETS));
        assertThat(container.at("/args/2").asString()).isEqualTo("/etc/millrace/millrace.properties");
    }

    @Test
    void shouldRunAsNobodyOnARootThatNobodyWrites() {
        final JsonNode pod = Manifests.base("StatefulSet").at("/spec/template/spec");
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        final JsonNode container = pod.at("/containers/0/securityContext");
        assertThat(container.at("/readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(container.at("/allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(container.at("/capabilities/drop/0").asString()).isEqualTo("ALL");
    }

    @Test
    void shouldLeaveTimeToHandOver() {
        final JsonNode pod = Manifests.base("StatefulSet").at("/spec/template/spec");
        final int preStop =
                pod.at("/containers/0/lifecycle/preStop/sleep/seconds").asInt();
        final int noticed = pod.at("/containers/0/readinessProbe/periodSeconds").asInt()
                * pod.at("/containers/0/readinessProbe/failureThreshold").asInt();
        assertThat(preStop).isGreaterThanOrEqualTo(noticed);
        assertThat(pod.at("/terminationGracePeriodSeconds").asInt()).isGreaterThanOrEqualTo(preStop + 2 + 5 + 10);
    }

    @Test
    void shouldScaleByOneThingOnlyAndByGroupsThatThereAre() throws IOException {
        for (final String overlay : List.of("dev", "prod")) {
            final String kustomization = Files.readString(
                    Manifests.FOLDER.resolve("overlays").resolve(overlay).resolve("kustomization.yaml"));
            assertThat(Stream.of("  - scaledobject.yaml", "  - horizontalpodautoscaler.yaml")
                            .filter(kustomization::contains)
                            .count())
                    .as(overlay)
                    .isLessThanOrEqualTo(1);
        }
        final JsonNode scaled = Manifests.find("overlays/prod", "ScaledObject").orElseThrow();
        final Set<String> groups =
                Businesses.ALL.stream().map(it -> it.name() + "-desk").collect(Collectors.toSet());
        for (final JsonNode trigger : scaled.at("/spec/triggers")) {
            if (trigger.at("/type").asString().equals("kafka")) {
                assertThat(groups)
                        .contains(trigger.at("/metadata/consumerGroup").asString());
                assertThat(properties())
                        .contains(trigger.at("/metadata/bootstrapServers").asString());
            }
        }
        assertThat(scaled.at("/spec/maxReplicaCount").asInt()).isLessThanOrEqualTo(4);
    }

    @Test
    void shouldFindWhatKustomizationsName() throws IOException {
        for (final Manifests.Manifest it : Manifests.all()) {
            if (it.kind().equals("Kustomization")) {
                Stream.concat(
                                it.content().at("/resources").valueStream(),
                                it.content().at("/patches").valueStream().map(patch -> patch.at("/path")))
                        .map(JsonNode::asString)
                        .forEach(name -> assertThat(it.file().resolveSibling(name))
                                .as("%s", it)
                                .exists());
            }
        }
    }

    private static boolean isPatch(final Manifests.Manifest it) {
        return it.kind().equals("StatefulSet") && it.file().startsWith(Manifests.FOLDER.resolve("overlays"));
    }

    private static String properties() {
        return "\n"
                + Manifests.base("ConfigMap").at("/data/millrace.properties").asString();
    }

    private static List<String> matches(final Pattern pattern, final String text) {
        return pattern.matcher(text).results().map(it -> it.group(1)).toList();
    }
}

package io.millrace.infra.cluster;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a cluster for trying out consists of; {@code businesses} is null for all. {@code main} is this program. */
public record ClusterPlan(
        Class<?> main,
        Path data,
        int brokers,
        int instances,
        int port,
        @Nullable List<String> businesses) {}

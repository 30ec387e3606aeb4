package io.millrace.infra.cluster;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster for trying out consists of; {@code businesses} is null for all. {@code main} is this program;
 * {@code more} is what each instance is told beside that.
 */
public record ClusterPlan(
        Class<?> main,
        Path data,
        int brokers,
        int instances,
        int port,
        @Nullable List<String> businesses,
        List<String> more) {

    public ClusterPlan(
            final Class<?> main,
            final Path data,
            final int brokers,
            final int instances,
            final int port,
            final @Nullable List<String> businesses) {
        this(main, data, brokers, instances, port, businesses, List.of());
    }

    /** The same, whose instances are told that too. */
    public ClusterPlan telling(final List<String> arguments) {
        return new ClusterPlan(main, data, brokers, instances, port, businesses, List.copyOf(arguments));
    }

    Path dataOf(final int instance) {
        return data.resolve("instance-" + (instance + 1));
    }
}

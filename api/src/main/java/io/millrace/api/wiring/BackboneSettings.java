package io.millrace.api.wiring;

import io.millrace.api.http.FacadeSettings;
import io.millrace.api.people.PeopleSettings;
import io.millrace.backbone.Business;
import io.millrace.backbone.stream.StreamsSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a process finds Kafka and the registry, what it is called, and what it runs. {@code client} goes to every Kafka
 * client there is; {@code registry} holds {@code schema.registry.url} and how to sign in there.
 */
public record BackboneSettings(
        String bootstrap,
        Map<String, String> registry,
        Path stateDir,
        String instance,
        List<Business> businesses,
        int partitions,
        int threads,
        int standbys,
        Map<String, String> client,
        FacadeSettings http,
        PeopleSettings people,
        @Nullable ClusterSettings cluster,
        boolean ownBroker) {

    /** Enough for the cores of one machine; each more costs every commit, start and idle hour a little. */
    private static final int PARTITIONS = 2;

    /** One process on one machine, with everything open to everybody on it. */
    public static BackboneSettings of(
            final String bootstrap,
            final String registryUrl,
            final Path stateDir,
            final String instance,
            final List<Business> businesses,
            final int port) {
        return new BackboneSettings(
                bootstrap,
                Map.of("schema.registry.url", registryUrl),
                stateDir,
                instance,
                List.copyOf(businesses),
                PARTITIONS,
                1,
                0,
                Map.of(),
                FacadeSettings.onLoopback(port),
                PeopleSettings.withKeyIn(stateDir.resolve("session.key")),
                null,
                false);
    }

    /** The same, for people who prove like that who they are. */
    public BackboneSettings with(final PeopleSettings proving) {
        return but(partitions, standbys, client, http, proving, cluster, ownBroker);
    }

    /** The same, with every Kafka client set up like that too. */
    public BackboneSettings withClients(final Map<String, String> settings) {
        return but(partitions, standbys, Map.copyOf(settings), http, people, cluster, ownBroker);
    }

    /** The same, listening like that. */
    public BackboneSettings with(final FacadeSettings facade) {
        return but(partitions, standbys, client, facade, people, cluster, ownBroker);
    }

    /** The same, as one of several instances that keep so many copies; without their settings, it knows no others. */
    public BackboneSettings with(final @Nullable ClusterSettings settings, final int copies) {
        return but(partitions, copies, client, http, people, settings, ownBroker);
    }

    /** The same, with its topics divided into so many partitions. */
    public BackboneSettings withPartitions(final int count) {
        return but(count, standbys, client, http, people, cluster, ownBroker);
    }

    /** The same, with a broker in this process: whatever stops the one stops the other. */
    public BackboneSettings withOwnBroker() {
        return but(partitions, standbys, client, http, people, cluster, true);
    }

    /** How its applications run, with so many copies of each topic. */
    StreamsSettings streams(final int replication) {
        return new StreamsSettings(
                bootstrap,
                stateDir,
                instance,
                threads,
                replication,
                standbys,
                cluster == null ? null : cluster.address(),
                client);
    }

    private BackboneSettings but(
            final int parts,
            final int copies,
            final Map<String, String> clients,
            final FacadeSettings facade,
            final PeopleSettings proving,
            final @Nullable ClusterSettings instances,
            final boolean own) {
        return new BackboneSettings(
                bootstrap,
                registry,
                stateDir,
                instance,
                businesses,
                parts,
                threads,
                copies,
                clients,
                facade,
                proving,
                instances,
                own);
    }
}

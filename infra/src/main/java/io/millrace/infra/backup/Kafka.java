package io.millrace.infra.backup;

import io.millrace.Businesses;
import io.millrace.backbone.Business;
import io.millrace.backbone.topics.Catalogue;
import io.millrace.backbone.topics.Topic;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** What of a cluster is ours: the topics of the catalogue, what the applications keep beside them, and the schemas. */
final class Kafka implements AutoCloseable {

    private static final String SCHEMAS = "_schemas";
    private static final int SECONDS = 30;

    private final Admin admin;

    Kafka(final String bootstrap) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
    }

    Admin admin() {
        return admin;
    }

    Set<String> topics() {
        final Set<String> declared =
                Catalogue.of(Businesses.ALL).stream().map(Topic::name).collect(Collectors.toSet());
        return await(admin.listTopics().names()).stream()
                .filter(it -> it.equals(SCHEMAS) || declared.contains(it) || isInternal(it))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of one of our applications. */
    static boolean isInternal(final String name) {
        return applications().stream().anyMatch(it -> name.startsWith(it + "-"))
                && (name.endsWith("-changelog") || name.endsWith("-repartition"));
    }

    private static List<String> applications() {
        return Businesses.ALL.stream()
                .map(Business::name)
                .flatMap(it -> List.of(it + "-desk", it + "-pages", it + "-audit").stream())
                .toList();
    }

    /** What was set on a topic itself, and isn't just the broker's habit. */
    Map<String, String> settings(final String topic) {
        final ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return await(admin.describeConfigs(List.of(resource)).all()).values().iterator().next().entries().stream()
                .filter(it -> it.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value, (one, _) -> one, TreeMap::new));
    }

    List<Integer> partitions(final String topic) {
        return await(admin.describeTopics(List.of(topic)).allTopicNames())
                .values()
                .iterator()
                .next()
                .partitions()
                .stream()
                .map(it -> it.partition())
                .sorted()
                .toList();
    }

    /** Our groups that have somebody in them. */
    Set<String> busy() {
        return await(admin.listGroups().all()).stream()
                .filter(it -> isOurs(it.groupId()))
                .filter(it -> it.groupState()
                        .map(state -> !state.toString().equals("Empty")
                                && !state.toString().equals("Dead"))
                        .orElse(true))
                .map(GroupListing::groupId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Map<String, Map<TopicPartition, OffsetAndMetadata>> committed() {
        final Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = new TreeMap<>();
        for (final GroupListing group : await(admin.listGroups().all())) {
            if (isOurs(group.groupId())) {
                committed.put(
                        group.groupId(),
                        await(admin.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata()));
            }
        }
        return committed;
    }

    private static boolean isOurs(final String group) {
        // generations of pages have a number behind
        return applications().contains(group.replaceFirst("-pages-[0-9]+$", "-pages")) || group.startsWith("millrace-");
    }

    static <T> T await(final KafkaFuture<T> future) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackupException("interrupted", e);
        } catch (final ExecutionException | TimeoutException e) {
            throw new BackupException("Kafka doesn't do it: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}

package io.millrace.api.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/** What one instance has of an application: the partitions that it works on, and those that it keeps a copy of. */
public record Share(String instance, boolean here, Set<Integer> partitions, Set<Integer> copies) {

    /** By the partitions of a topic which every part of the application reads. An instance without address is alone. */
    public static List<Share> of(
            final KafkaStreams streams, final @Nullable HostInfo self, final String name, final String topic) {
        if (self == null) {
            return List.of(new Share(name, true, alone(streams, topic), Set.of()));
        }
        final List<Share> shares = new ArrayList<>();
        for (final StreamsMetadata client : streams.metadataForAllStreamsClients()) {
            final HostInfo host = client.hostInfo();
            shares.add(new Share(
                    host.host() + ":" + host.port(),
                    host.equals(self),
                    of(client.topicPartitions(), topic),
                    of(client.standbyTopicPartitions(), topic)));
        }
        return shares;
    }

    private static Set<Integer> alone(final KafkaStreams streams, final String topic) {
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .map(TaskMetadata::topicPartitions)
                .map(all -> of(all, topic))
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> of(final Collection<TopicPartition> all, final String topic) {
        return all.stream()
                .filter(it -> it.topic().equals(topic))
                .map(TopicPartition::partition)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As clients see it. */
    public Map<String, Object> fields() {
        return Map.of("instance", instance, "here", here, "partitions", partitions, "copies", copies);
    }
}

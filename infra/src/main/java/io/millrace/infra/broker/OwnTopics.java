package io.millrace.infra.broker;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.ConfigResource.Type;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.internals.Topic;

/**
 * What a broker's coordinators know is read whole at each start, and a start after a kill begins to read twice. The group
 * coordinator of Kafka 4.3.1 takes the end of one reading for the end of the next: when a reading lasts seconds, members
 * write meanwhile, it reads anew, and no group is ever ready (seen with 750 000 commits). So these topics are kept short.
 */
public final class OwnTopics {

    /** Only the last segment is not cleaned. Kafka allows none that is smaller. */
    static final int SEGMENT = 1 << 20;

    /** Nobody but coordinators reads them, from the beginning: the end of a transaction needn't be kept for a day. */
    private static final Map<String, String> SHORT = Map.of(
            "segment.bytes",
            Integer.toString(SEGMENT),
            "delete.retention.ms",
            "60000",
            "min.cleanable.dirty.ratio",
            "0.1");

    private OwnTopics() {}

    /** Those that are there; a new directory gets them with the first group and transaction, with small segments. */
    public static void keepShort(final Admin admin) {
        final List<AlterConfigOp> settings = SHORT.entrySet().stream()
                .map(it -> new AlterConfigOp(new ConfigEntry(it.getKey(), it.getValue()), OpType.SET))
                .toList();
        final var all = new HashMap<ConfigResource, Collection<AlterConfigOp>>();
        for (final String topic : List.of(Topic.GROUP_METADATA_TOPIC_NAME, Topic.TRANSACTION_STATE_TOPIC_NAME)) {
            all.put(new ConfigResource(Type.TOPIC, topic), settings);
        }
        admin.incrementalAlterConfigs(all).values().forEach((topic, done) -> {
            try {
                done.toCompletionStage().toCompletableFuture().join();
            } catch (final CompletionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        });
    }
}

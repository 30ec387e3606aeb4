package io.millrace.backbone.desk;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * All that one command writes, encoded and ready: once it runs nothing of ours can throw any more, because Streams
 * would keep the half that was written.
 */
final class Writing {

    private final List<Runnable> puts = new ArrayList<>();
    private final List<Out> outs = new ArrayList<>();

    private record Out(String node, byte[] key, byte[] value, Headers headers) {}

    void put(final Runnable put) {
        puts.add(put);
    }

    void send(final String node, final byte[] key, final byte[] value, final Headers headers) {
        outs.add(new Out(node, key, value, headers));
    }

    void run(final ProcessorContext<byte[], byte[]> context, final long timestamp) {
        puts.forEach(Runnable::run);
        for (final Out out : outs) {
            context.forward(new Record<>(out.key(), out.value(), timestamp, out.headers()), out.node());
        }
    }
}

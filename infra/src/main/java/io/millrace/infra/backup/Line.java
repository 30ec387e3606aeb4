package io.millrace.infra.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** A record in a backup, byte for byte. */
record Line(int partition, long timestamp, byte @Nullable [] key, byte @Nullable [] value, List<Header> headers) {

    private static final int ABSENT = -1;

    static Line of(final ConsumerRecord<byte[], byte[]> record) {
        return new Line(
                record.partition(),
                record.timestamp(),
                record.key(),
                record.value(),
                List.of(record.headers().toArray()));
    }

    ProducerRecord<byte[], byte[]> to(final String topic) {
        return new ProducerRecord<>(topic, partition, timestamp, key, value, headers);
    }

    void write(final DataOutputStream out) throws IOException {
        out.writeInt(partition);
        out.writeLong(timestamp);
        write(out, key);
        write(out, value);
        out.writeInt(headers.size());
        for (final Header header : headers) {
            out.writeUTF(header.key());
            write(out, header.value());
        }
    }

    private static void write(final DataOutputStream out, final byte @Nullable [] bytes) throws IOException {
        if (bytes == null) {
            out.writeInt(ABSENT);
        } else {
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    /** Nothing at the end. */
    static Optional<Line> read(final DataInputStream in) throws IOException {
        final int partition;
        try {
            partition = in.readInt();
        } catch (final EOFException e) {
            return Optional.empty();
        }
        final long timestamp = in.readLong();
        final byte @Nullable [] key = bytes(in);
        final byte @Nullable [] value = bytes(in);
        final List<Header> headers = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            headers.add(new RecordHeader(in.readUTF(), bytes(in)));
        }
        return Optional.of(new Line(partition, timestamp, key, value, headers));
    }

    private static byte @Nullable [] bytes(final DataInputStream in) throws IOException {
        final int length = in.readInt();
        return length == ABSENT ? null : in.readNBytes(length);
    }
}

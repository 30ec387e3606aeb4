package io.millrace.api.notify;

import io.millrace.schemas.Notice;
import io.millrace.schemas.wire.AvroCodec;
import io.millrace.schemas.wire.UndecodableException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record as it was read: a notice, or something that nobody can read. */
sealed interface Arrived {

    ConsumerRecord<byte[], byte[]> record();

    /** What is done about it, as a step of its trace is called. */
    default String step() {
        return record().topic().substring(0, record().topic().indexOf('.')) + " notice";
    }

    record Readable(ConsumerRecord<byte[], byte[]> record, Notice notice) implements Arrived {}

    record Unreadable(ConsumerRecord<byte[], byte[]> record, RuntimeException why) implements Arrived {}

    /** Throws what is not the record's fault: all of it is read again then. */
    static Arrived of(final ConsumerRecord<byte[], byte[]> record, final AvroCodec codec) {
        if (record.value() == null) {
            return new Unreadable(record, new UndeliverableException("the notice is empty"));
        }
        try {
            return codec.decode(record.value()) instanceof Notice notice
                    ? new Readable(record, notice)
                    : new Unreadable(record, new UndeliverableException("this is no notice"));
        } catch (final UndecodableException e) {
            return new Unreadable(record, e);
        }
    }
}

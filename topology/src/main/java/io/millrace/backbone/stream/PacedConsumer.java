package io.millrace.backbone.stream;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Lets whoever comes in a crowd be worked off together. A batch costs its requests and its commit, however small it is,
 * and on a busy machine that is most of what it costs; so after one that brought many records, the next isn't fetched
 * before the pace allows it. Where few come nobody waits for company, and who is far behind doesn't either.
 */
public final class PacedConsumer extends KafkaConsumer<byte[], byte[]> {

    /** Under this key the settings may say what is to be done when all that a poll brought is worked off. */
    public static final String WORKED_OFF = "millrace.worked.off";

    private final Pace pace;
    private final Runnable workedOff;
    private final OwnPlaces ownPlaces;
    private long polled;
    private int brought;

    /** With the pace that {@link Pace#SETTING} is set to, if any. */
    public PacedConsumer(final Map<String, Object> config) {
        super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.pace = (Pace) config.getOrDefault(Pace.SETTING, Pace.NONE);
        this.ownPlaces = OwnPlaces.in(config);
        this.workedOff = config.get(WORKED_OFF) instanceof Runnable it ? it : () -> {};
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(final Duration timeout) {
        if (brought > 0) {
            workedOff.run();
        }
        ownPlaces.tell(this);
        if (!timeout.isZero()) {
            LockSupport.parkNanos(pace.rest(brought, System.nanoTime() - polled));
        }
        final ConsumerRecords<byte[], byte[]> records = super.poll(timeout);
        polled = System.nanoTime();
        brought = records.count();
        return records;
    }

    @Override
    public void close(final CloseOptions options) {
        try {
            ownPlaces.lastWord(this);
        } finally {
            super.close(options);
        }
    }
}

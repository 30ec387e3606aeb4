package io.millrace.backbone.quarantine;

import io.millrace.backbone.stream.Place;
import io.millrace.schemas.Repair;
import io.millrace.schemas.wire.AvroCodec;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** A repair goes to where the event lies that it is about, whatever its key. */
record ToThePlace(AvroCodec codec) implements StreamPartitioner<byte[], byte[]> {

    @Override
    public Optional<Set<Integer>> partitions(
            final String topic, final byte[] key, final byte[] value, final int count) {
        final Repair repair = (Repair) codec.decode(value);
        return Place.ofId(repair.getId()).map(place -> Set.of(Math.floorMod(place.partition(), count)));
    }
}

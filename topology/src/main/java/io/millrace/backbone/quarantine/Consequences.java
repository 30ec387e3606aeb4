package io.millrace.backbone.quarantine;

import io.millrace.backbone.Business;
import io.millrace.backbone.stream.MillraceHeaders;
import io.millrace.backbone.stream.Trace;
import io.millrace.schemas.Act;
import io.millrace.schemas.Kept;
import io.millrace.schemas.KeptHeader;
import io.millrace.schemas.Repair;
import io.millrace.schemas.RepairAct;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** What follows from an act: the record is sent once more where it came from, or a reader of the journal is told. */
final class Consequences {

    private final Business business;
    private final AvroCodec codec;

    Consequences(final Business business, final AvroCodec codec) {
        this.business = business;
        this.codec = codec;
    }

    record Out(String node, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {}

    List<Out> of(final Kept kept, final Act act) {
        if (kept.getTopic().equals(business.topic("journal"))) {
            return List.of(repair(kept, act));
        }
        return act.getAct() == RepairAct.RETRY ? List.of(sent(kept)) : List.of();
    }

    private Out repair(final Kept kept, final Act act) {
        final Repair repair = new Repair(kept.getId(), act.getAct(), act.getBy(), act.getAt(), kept.getValue());
        final byte[] value = codec.encode(business.topic("repairs") + "-value", repair);
        return new Out(KeptNames.TO_REPAIRS, Utils.toNullableArray(kept.getKey()), value, Trace.of(headers(kept)));
    }

    /** As it was, and with a header that says where it waited. */
    private static Out sent(final Kept kept) {
        final Headers headers = headers(kept);
        headers.remove(MillraceHeaders.AGAIN)
                .add(MillraceHeaders.AGAIN, kept.getId().getBytes(StandardCharsets.UTF_8));
        return new Out(
                KeptNames.again(kept.getTopic()),
                Utils.toNullableArray(kept.getKey()),
                Utils.toNullableArray(kept.getValue()),
                headers);
    }

    private static Headers headers(final Kept kept) {
        final Headers headers = new RecordHeaders();
        for (final KeptHeader header : kept.getHeaders()) {
            headers.add(header.getName(), Utils.toNullableArray(header.getValue()));
        }
        return headers;
    }
}

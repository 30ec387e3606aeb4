package io.millrace.backbone.page;

import io.millrace.backbone.Business;
import io.millrace.backbone.Pushes;
import io.millrace.schemas.EarlyOutcomes;
import io.millrace.schemas.NoticeOutcome;
import io.millrace.schemas.Push;
import io.millrace.schemas.Row;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Folds how notices fared into their rows. A row keeps the event it came from, so the journal folded again leaves the
 * state alone; and what is known before its row is there waits for it, so both topics may be read in any order.
 */
final class NoticeStates {

    private final Business business;
    private final KeyValueStore<String, byte[]> rows;
    private final AvroCodec codec;

    NoticeStates(final Business business, final KeyValueStore<String, byte[]> rows, final AvroCodec codec) {
        this.business = business;
        this.rows = rows;
        this.codec = codec;
    }

    /** The row as it is now; empty if that changed nothing. */
    Optional<Row> tell(final NoticeOutcome news) {
        final String key = PageKeys.row(news.getDesk(), Pushes.SHELF.name(), Pushes.placed(news.getNoticeId()));
        final byte[] stored = rows.get(key);
        if (stored == null) {
            remember(PageKeys.early(key), news);
            return Optional.empty();
        }
        final Row row = (Row) codec.decode(stored);
        final Push before = push(row);
        final Push after = Pushes.told(before, news);
        if (after.equals(before)) {
            return Optional.empty();
        }
        row.put("value", ByteBuffer.wrap(codec.encode(after)));
        row.put("revision", row.getRevision() + 1);
        row.put("revisedAt", news.getAt());
        rows.put(key, codec.encode(row));
        return Optional.of(row);
    }

    /** The row as it is after each thing that was known before it was there; forgotten only when all are told. */
    List<Row> catchUp(final String row) {
        final String key = PageKeys.early(row);
        final byte[] stored = rows.get(key);
        if (stored == null) {
            return List.of();
        }
        final List<Row> told = ((EarlyOutcomes) codec.decode(stored))
                .getOutcomes().stream().flatMap(news -> tell(news).stream()).toList();
        rows.delete(key);
        return told;
    }

    List<String> concerned(final Row row) {
        return Concerned.by(business, Pushes.SHELF, push(row));
    }

    private Push push(final Row row) {
        return (Push) codec.decode(Utils.toArray(row.getValue()));
    }

    private void remember(final String key, final NoticeOutcome news) {
        final byte[] stored = rows.get(key);
        final List<NoticeOutcome> all =
                new ArrayList<>(stored == null ? List.of() : ((EarlyOutcomes) codec.decode(stored)).getOutcomes());
        if (!all.contains(news)) {
            all.add(news);
            rows.put(key, codec.encode(new EarlyOutcomes(all)));
        }
    }
}

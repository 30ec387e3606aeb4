package io.millrace.backbone.page;

import io.millrace.backbone.Business;
import io.millrace.backbone.Checks;
import io.millrace.backbone.stream.Blame;
import io.millrace.backbone.stream.Place;
import io.millrace.backbone.stream.Quarantine;
import io.millrace.backbone.stream.Reader;
import io.millrace.backbone.stream.Reading;
import io.millrace.backbone.stream.Trace;
import io.millrace.backbone.stream.UnfitException;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Repair;
import io.millrace.schemas.RepairAct;
import io.millrace.schemas.Row;
import io.millrace.schemas.wire.AvroCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Folds the journal in its order, whatever breaks: a row whose change throws is parked, and so is everything that comes
 * for it later, until a person has the broken event tried again or left out. All other rows go on. If nobody can say
 * which rows an event is about, because the whole fold throws or the entry can't be read, its desk is parked.
 */
final class JournalFold {

    private final AvroCodec codec;
    private final ProcessorContext<byte[], byte[]> context;
    private final KeyValueStore<String, byte[]> rows;
    private final EventFold events;
    private final Parking parking;
    private final Predicate<Object> isDesk;
    private final Quarantine quarantine;
    private final ToLongFunction<String> applied;

    /** {@code applied}: up to where a desk's journal was folded before. */
    JournalFold(
            final Generation generation,
            final AvroCodec codec,
            final ProcessorContext<byte[], byte[]> context,
            final ToLongFunction<String> applied) {
        final Business business = generation.business();
        this.codec = codec;
        this.context = context;
        this.quarantine = new Quarantine(Reader.PAGES, PageNames.TO_QUARANTINE, generation.voice());
        this.rows = context.getStateStore(PageNames.rows(business));
        this.events = new EventFold(generation, codec, context);
        this.parking = new Parking(context.getStateStore(PageNames.parked(business)));
        this.isDesk = Checks.named(business.deskIs()).holds();
        this.applied = applied;
    }

    /** The entry, unless it waits. */
    @Nullable
    JournalEntry fold(final Record<byte[], byte[]> record, final Place place) {
        final String key = Reading.key(record.key());
        if (!isDesk.test(key)) {
            quarantine.take(context, record, place, new UnfitException("The key is no desk's id: '" + key + "'."));
            return null;
        }
        final String desk = Parking.desk(key);
        if (parking.holds(desk)) {
            park(desk, record, place);
            return null;
        }
        return tried(record, place, desk);
    }

    /** What waits behind a broken event comes after it, in order, up to what breaks next. */
    List<JournalEntry> repair(final Record<byte[], byte[]> record, final Repair repair, final Place broken) {
        final List<JournalEntry> folded = new ArrayList<>();
        for (final String row : parking.brokenBy(broken.offset())) {
            for (final Map.Entry<Long, byte[]> waiting : parking.waiting(row).entrySet()) {
                final long offset = waiting.getKey();
                final Place place = new Place(broken.topic(), broken.partition(), offset);
                final boolean discard = repair.getAct() == RepairAct.DISCARD && offset == broken.offset();
                final Record<byte[], byte[]> entry = Trace.restored(record, waiting.getValue());
                parking.release(row, offset);
                if (discard) {
                    leaveOut(row, entry.value());
                    continue;
                }
                final JournalEntry whole = row.endsWith("/") ? tried(entry, place, row) : null;
                if (whole != null) {
                    folded.add(whole);
                } else if (row.endsWith("/") || !toOne(entry, place, row)) {
                    break;
                }
            }
        }
        return folded;
    }

    private @Nullable JournalEntry tried(final Record<byte[], byte[]> record, final Place place, final String desk) {
        try {
            final JournalEntry entry = Reading.as(JournalEntry.class, codec, record.value());
            if (!desk.equals(Parking.desk(entry.getDesk()))) {
                // an entry of another desk's is missed by nobody here
                quarantine.take(context, record, place, new UnfitException("An entry of " + entry.getDesk() + "'s."));
                return null;
            }
            final RowGate gate = new RowGate(parking::holds);
            events.fold(record, entry, entry.getSeq() <= applied.applyAsLong(entry.getDesk()), gate);
            gate.shutOut().forEach(row -> park(row, record, place));
            gate.broken().forEach((row, why) -> park(record, place, row, why));
            return entry;
        } catch (final RuntimeException e) {
            park(record, place, desk, Blame.ofRecord(e));
            return null;
        }
    }

    /** False if it broke the row once more. */
    private boolean toOne(final Record<byte[], byte[]> record, final Place place, final String row) {
        final RowGate gate = new RowGate(other -> !other.equals(row));
        try {
            events.fold(record, (JournalEntry) codec.decode(record.value()), false, gate);
            gate.broken().forEach((_, why) -> park(record, place, row, why));
            return gate.broken().isEmpty();
        } catch (final RuntimeException e) {
            park(record, place, row, Blame.ofRecord(e));
            return false;
        }
    }

    /** The row has the event as far as anybody is concerned: read again, it stays out. */
    private void leaveOut(final String key, final byte[] value) {
        final byte[] stored = rows.get(key);
        if (stored != null) {
            final Row row = (Row) codec.decode(stored);
            row.put("seq", ((JournalEntry) codec.decode(value)).getSeq());
            rows.put(key, codec.encode(row));
        }
    }

    private void park(
            final Record<byte[], byte[]> record, final Place place, final String row, final RuntimeException why) {
        park(row, record, place);
        quarantine.take(context, record, place, why);
    }

    private void park(final String row, final Record<byte[], byte[]> record, final Place place) {
        parking.park(row, place.offset(), Trace.stored(record.headers(), record.value()));
    }
}

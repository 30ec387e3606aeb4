package io.millrace.backbone.page;

import io.millrace.backbone.Business;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Pushes;
import io.millrace.backbone.Saying;
import io.millrace.backbone.Token;
import io.millrace.backbone.stream.Faults;
import io.millrace.backbone.stream.PolledBatch;
import io.millrace.backbone.stream.Quarantine;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Notice;
import io.millrace.schemas.Row;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.VersionedKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Folds the journal into rows by desk, and passes on what concerns people: their rows, and their notices. */
final class PageProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    /** At the latest so often, readers who wait for a token are told how far the fold is. */
    private static final Duration BACKSTOP = Duration.ofMillis(50);

    private final Business business;
    private final AvroCodec codec;
    private final Map<String, Long> applied = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // Streams calls init before anything else
    private ProcessorContext<byte[], byte[]> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, byte[]> rows;

    @SuppressWarnings("NullAway.Init")
    private NoticeStates states;

    private @Nullable VersionedKeyValueStore<String, byte[]> history;

    PageProcessor(final Business business, final AvroCodec codec) {
        this.business = business;
        this.codec = codec;
    }

    @Override
    public void init(final ProcessorContext<byte[], byte[]> processorContext) {
        context = processorContext;
        rows = context.getStateStore(PageNames.rows(business));
        states = new NoticeStates(business, rows, codec);
        history = business.remembered().isEmpty() ? null : context.getStateStore(PageNames.history(business));
        applied.clear();
        context.schedule(BACKSTOP, PunctuationType.WALL_CLOCK_TIME, _ -> tellHowFar());
    }

    @Override
    public void process(final Record<byte[], byte[]> record) {
        try {
            fold(record, (JournalEntry) codec.decode(record.value()));
        } catch (final RuntimeException e) {
            context.forward(
                    record.withHeaders(Quarantine.headers(
                            record.headers(), context.recordMetadata().orElseThrow(), Faults.ofRecord(e))),
                    PageNames.TO_QUARANTINE);
        }
        if (PolledBatch.endsAt(context.recordMetadata().orElseThrow())) {
            tellHowFar();
        }
    }

    private void fold(final Record<byte[], byte[]> record, final JournalEntry entry) {
        final Moment moment = new Moment(entry.getDesk(), entry.getAt(), entry.getActor());
        final SpecificRecord event = (SpecificRecord) entry.getPayload();
        final Folding folding = new Folding(rows, codec, entry, entry.getSeq() <= appliedTo(entry.getDesk()));
        business.rules().fold(event, folding, moment);
        int n = 0;
        for (final Saying saying : business.notices().apply(event)) {
            final Notice notice = notice(entry, saying, n++);
            folding.put(Pushes.SHELF, Pushes.waiting(notice));
            context.forward(
                    record.withKey(utf8(saying.person()))
                            .withValue(codec.encode(business.topic("notices") + "-value", notice)),
                    PageNames.TO_NOTICES);
        }
        folding.touched().forEach((key, touched) -> write(record, key, touched));
        applied.merge(entry.getDesk(), entry.getSeq(), Math::max);
    }

    private void write(final Record<byte[], byte[]> record, final String key, final Folding.Touched touched) {
        final Row row = touched.row();
        if (touched.changed()) {
            rows.put(key, touched.value() == null ? null : codec.encode(row));
            if (history != null && business.remembered().contains(touched.shelf())) {
                remember(history, key, touched);
            }
        }
        if (touched.value() != null) {
            Concerned.by(business, touched.shelf(), touched.value()).forEach(person -> toPerson(record, person, row));
        }
        if (touched.shelf() == Pushes.SHELF) {
            states.catchUp(key)
                    .forEach(told -> states.concerned(told).forEach(person -> toPerson(record, person, told)));
        }
    }

    private void remember(
            final VersionedKeyValueStore<String, byte[]> past, final String key, final Folding.Touched touched) {
        final byte[] value =
                touched.value() == null ? null : Folding.bytes(touched.row().getValue());
        past.put(key, value, touched.row().getAt().toEpochMilli());
        // what was ever there is listed, so that the past can be asked for things that are gone
        rows.put(PageKeys.MARK + PageKeys.MARK + key, new byte[0]);
    }

    private Notice notice(final JournalEntry entry, final Saying saying, final int n) {
        final String token = new Token(business.name(), entry.getDesk(), entry.getSeq()).toString();
        return new Notice(
                n == 0 ? token : token + "." + n,
                business.name(),
                entry.getDesk(),
                saying.about(),
                saying.person(),
                saying.message(),
                entry.getAt());
    }

    private long appliedTo(final String desk) {
        return applied.computeIfAbsent(desk, it -> {
            final byte[] stored = rows.get(PageKeys.applied(it));
            return stored == null ? 0L : ByteBuffer.wrap(stored).getLong();
        });
    }

    /** Readers of a desk may see how far it is; so may those of every person, whichever partition they are in. */
    private void tellHowFar() {
        final boolean personal = !business.personals().isEmpty();
        applied.forEach((desk, seq) -> {
            rows.put(
                    PageKeys.applied(desk),
                    ByteBuffer.allocate(Long.BYTES).putLong(seq).array());
            if (personal) {
                final byte[] value =
                        ByteBuffer.allocate(Long.BYTES).putLong(seq).array();
                context.forward(
                        new Record<>(utf8(PageKeys.applied(desk)), value, context.currentSystemTimeMs()),
                        PageNames.TO_PEOPLE);
            }
        });
        applied.clear();
    }

    private void toPerson(final Record<byte[], byte[]> record, final String person, final Row row) {
        context.forward(
                record.withKey(utf8(person)).withValue(codec.encode(business.topic("people") + "-value", row)),
                PageNames.TO_PEOPLE);
    }

    private static byte[] utf8(final String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package io.millrace.backbone.page;

import io.millrace.backbone.Business;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Pushes;
import io.millrace.backbone.Saying;
import io.millrace.backbone.Token;
import io.millrace.backbone.stream.Voice;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Notice;
import io.millrace.schemas.Row;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/** Folds one event: worked out on the side first, then its rows are written and what concerns people is sent. */
final class EventFold {

    private final Business business;
    private final Voice voice;
    private final AvroCodec codec;
    private final ProcessorContext<byte[], byte[]> context;
    private final KeyValueStore<String, byte[]> rows;
    private final @Nullable WindowStore<String, byte[]> history;
    private final NoticeStates states;
    private final Tallies tallies;

    EventFold(final Generation generation, final AvroCodec codec, final ProcessorContext<byte[], byte[]> context) {
        this.business = generation.business();
        this.voice = generation.voice();
        this.codec = codec;
        this.context = context;
        this.rows = context.getStateStore(PageNames.rows(business));
        this.history = business.remembered().isEmpty() ? null : context.getStateStore(PageNames.history(business));
        this.states = new NoticeStates(business, rows, codec);
        this.tallies = new Tallies(business, codec, context);
    }

    void fold(final Record<byte[], byte[]> record, final JournalEntry entry, final boolean replayed, final Gate gate) {
        final Moment moment = Moment.of(entry);
        final SpecificRecord event = entry.event();
        final Folding folding = new Folding(rows, codec, entry, replayed, gate);
        business.rules().fold(event, folding, moment);
        final List<Notice> notices = new ArrayList<>();
        for (final Saying saying : business.notices().apply(event)) {
            final Notice notice = notice(entry, saying, notices.size());
            folding.put(Pushes.SHELF, Pushes.waiting(notice));
            notices.add(notice);
        }
        folding.touched().forEach((key, touched) -> write(record, key, touched));
        for (final Notice notice : notices) {
            if (folding.touched().containsKey(pushKey(entry, notice)) && voice.tells(record.timestamp())) {
                send(record, notice);
            }
        }
        tallies.count(entry, gate);
    }

    private static String pushKey(final JournalEntry entry, final Notice notice) {
        return PageKeys.row(
                entry.getDesk(), Pushes.SHELF.name(), Pushes.SHELF.idOf().apply(Pushes.waiting(notice)));
    }

    private void write(final Record<byte[], byte[]> record, final String key, final Folding.Touched touched) {
        final Row row = touched.row();
        if (touched.changed()) {
            if (history != null && business.remembered().contains(touched.shelf())) {
                remember(history, key, touched);
            }
            rows.put(key, touched.value() == null ? null : codec.encode(row));
        }
        if (touched.value() != null) {
            Concerned.by(business, touched.shelf(), touched.value()).forEach(person -> toPerson(record, person, row));
        }
        if (touched.shelf() == Pushes.SHELF) {
            states.catchUp(key)
                    .forEach(told -> states.concerned(told).forEach(person -> toPerson(record, person, told)));
        }
    }

    /** Before the row itself is written: who sees it changed finds what it was before. */
    private void remember(final WindowStore<String, byte[]> past, final String key, final Folding.Touched touched) {
        final Row before = touched.before();
        final Instant at = touched.row().getAt();
        // what changes twice at one instant was at no time what it was in between
        if (before != null && before.getAt().isBefore(at)) {
            past.put(key, codec.encode(before), at.toEpochMilli());
        }
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

    private void send(final Record<byte[], byte[]> record, final Notice notice) {
        context.forward(
                record.withKey(notice.getPerson().getBytes(StandardCharsets.UTF_8))
                        .withValue(codec.encode(business.topic("notices") + "-value", notice)),
                PageNames.TO_NOTICES);
    }

    private void toPerson(final Record<byte[], byte[]> record, final String person, final Row row) {
        context.forward(
                record.withKey(person.getBytes(StandardCharsets.UTF_8))
                        .withValue(codec.encode(business.topic("people") + "-value", row)),
                PageNames.TO_PEOPLE);
    }
}

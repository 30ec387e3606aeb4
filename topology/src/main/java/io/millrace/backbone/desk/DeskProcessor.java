package io.millrace.backbone.desk;

import io.millrace.backbone.Business;
import io.millrace.backbone.stream.Blame;
import io.millrace.backbone.stream.MillraceHeaders;
import io.millrace.backbone.stream.Place;
import io.millrace.backbone.stream.PolledBatch;
import io.millrace.backbone.stream.Quarantine;
import io.millrace.backbone.stream.Reader;
import io.millrace.backbone.stream.ReceiptShelf;
import io.millrace.backbone.stream.Trace;
import io.millrace.backbone.stream.UnfitException;
import io.millrace.schemas.Envelope;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Receipt;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/** The desk: takes one command after another, decides it, and only then writes books, journal and receipt. */
final class DeskProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    /** Below what a broker takes by default, with room for keys and headers. */
    private static final int LARGEST = 900_000;

    /** Longer than any instance's name; whoever sends a longer one must not have it copied. */
    private static final int LONGEST_ASK = 1_000;

    private final Business business;
    private final AvroCodec codec;
    private final Incoming incoming;
    private final Decider decider;

    @SuppressWarnings("NullAway.Init") // Streams calls init before anything else
    private ProcessorContext<byte[], byte[]> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, byte[]> books;

    @SuppressWarnings("NullAway.Init")
    private WindowStore<String, byte[]> receipts;

    @SuppressWarnings("NullAway.Init")
    private Alarms alarms;

    @SuppressWarnings("NullAway.Init")
    private SoFar soFar;

    DeskProcessor(final Business business, final AvroCodec codec) {
        this.business = business;
        this.codec = codec;
        this.incoming = new Incoming(business, codec);
        this.decider = new Decider(business);
    }

    @Override
    public void init(final ProcessorContext<byte[], byte[]> processorContext) {
        context = processorContext;
        books = context.getStateStore(Names.books(business));
        receipts = context.getStateStore(Names.receipts(business));
        soFar = new SoFar(books, codec);
        alarms = new Alarms(business, codec, context);
    }

    @Override
    public void process(final Record<byte[], byte[]> record) {
        final RecordMetadata place = context.recordMetadata().orElseThrow();
        if (!soFar.covers(place, record.timestamp())) {
            final Writing writing = prepared(record, place);
            soFar.reach(place, record.timestamp(), writing);
            writing.run(context, record.timestamp());
        }
        alarms.workedOff(place.topic());
        if (PolledBatch.drained(true)) {
            context.commit();
        }
    }

    private Writing prepared(final Record<byte[], byte[]> record, final RecordMetadata place) {
        try {
            final Envelope command = incoming.read(record, place);
            final Headers headers = record.headers();
            final Instant now = Instant.ofEpochMilli(record.timestamp());
            final ByteBuffer fingerprint = Fingerprint.of(command.payload());
            final Optional<byte[]> before = ReceiptShelf.find(receipts, command.getDesk(), command.getCommandId(), now);
            if (before.isPresent()) {
                return again(command, fingerprint, before.get(), now, asked(headers));
            }
            final StoredBooks known = new StoredBooks(books, codec);
            final Decision decision = decider.decide(command, fingerprint, known, now, MillraceHeaders.own(headers));
            return decided(command, decision, headers);
        } catch (final RuntimeException e) {
            return quarantined(record, place, Blame.ofRecord(e));
        }
    }

    private Writing again(
            final Envelope command,
            final ByteBuffer fingerprint,
            final byte[] before,
            final Instant now,
            final Headers asked) {
        final Receipt first = (Receipt) codec.decode(before);
        final boolean same = same(first, command, fingerprint);
        final Writing writing = new Writing();
        writing.send(
                Names.TO_RECEIPTS,
                key(command.getDesk()),
                same ? before : encode("receipts", decider.keyReused(command, fingerprint, now, first.getSeq())),
                asked);
        return writing;
    }

    /** Of two people, neither is told what the other one's command came to. */
    private static boolean same(final Receipt before, final Envelope command, final ByteBuffer fingerprint) {
        final boolean another = before.getActor() != null
                && command.getActor() != null
                && !before.getActor().equals(command.getActor());
        return !another && before.getFingerprint().equals(fingerprint);
    }

    private Writing decided(final Envelope command, final Decision decision, final Headers headers) {
        final Writing writing = new Writing();
        final byte[] desk = key(command.getDesk());
        decision.rows().forEach((key, row) -> {
            final byte @Nullable [] value = row.map(it -> fitting("a row of the books", codec.encode(it)))
                    .orElse(null);
            writing.put(() -> books.put(key, value));
        });
        for (final JournalEntry entry : decision.entries()) {
            writing.send(Names.TO_JOURNAL, desk, encode("journal", entry), Trace.of(headers));
        }
        final Receipt receipt = decision.receipt();
        final byte[] bytes = encode("receipts", receipt);
        writing.put(
                () -> ReceiptShelf.put(receipts, command.getDesk(), command.getCommandId(), bytes, receipt.getAt()));
        writing.send(Names.TO_RECEIPTS, desk, bytes, asked(headers));
        alarms.set(decision, headers, writing);
        return writing;
    }

    private static Writing quarantined(
            final Record<byte[], byte[]> record, final RecordMetadata place, final RuntimeException why) {
        final Writing writing = new Writing();
        writing.send(
                Names.TO_QUARANTINE,
                record.key(),
                record.value(),
                Quarantine.headers(record.headers(), Place.of(place), Reader.DESK, why));
        return writing;
    }

    private byte[] encode(final String topic, final SpecificRecord value) {
        return fitting("the record for the " + topic, codec.encode(business.topic(topic) + "-value", value));
    }

    /** What the broker would not take must be known before anything is written. */
    private static byte[] fitting(final String what, final byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw new UnfitException("It would make " + what + " " + bytes.length + " bytes long; " + LARGEST
                    + " is the most that is written.");
        }
        return bytes;
    }

    private static byte[] key(final String desk) {
        return desk.getBytes(StandardCharsets.UTF_8);
    }

    /** What a receipt needs of its command's headers: who waits for it, and in which trace. */
    private static Headers asked(final Headers headers) {
        final Headers asked = Trace.of(headers);
        final Header ask = headers.lastHeader(MillraceHeaders.ASK);
        return ask == null || ask.value() == null || ask.value().length > LONGEST_ASK ? asked : asked.add(ask);
    }
}

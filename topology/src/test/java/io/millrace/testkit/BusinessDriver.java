package io.millrace.testkit;

import io.millrace.backbone.Business;
import io.millrace.backbone.Envelopes;
import io.millrace.backbone.audit.AuditPage;
import io.millrace.backbone.audit.AuditTopology;
import io.millrace.backbone.desk.DeskTopology;
import io.millrace.backbone.page.PageTopology;
import io.millrace.backbone.page.Pages;
import io.millrace.backbone.stream.StreamsSettings;
import io.millrace.backbone.topics.Catalogue;
import io.millrace.schemas.Envelope;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Notice;
import io.millrace.schemas.NoticeOutcome;
import io.millrace.schemas.Receipt;
import io.millrace.schemas.Repair;
import io.millrace.schemas.RepairAct;
import io.millrace.schemas.Violation;
import io.millrace.schemas.client.SchemaRegistries;
import io.millrace.schemas.wire.AvroCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.test.TestRecord;

/** A whole business without a broker, through the real serdes and RocksDB: what the desk writes, pages and audit read. */
public final class BusinessDriver implements AutoCloseable {

    private final Business business;
    private final AvroCodec codec;
    private final TopologyTestDriver desk;
    private final TopologyTestDriver pages;
    private final TopologyTestDriver audit;
    private final List<JournalEntry> journal = new ArrayList<>();
    private final List<byte[]> journalBytes = new ArrayList<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final List<TestRecord<byte[], byte[]>> quarantine = new ArrayList<>();
    private Instant now = DeskTrial.NOON;
    private Headers headers = new RecordHeaders();
    private int commands;

    public BusinessDriver(final Business business) {
        this.business = business;
        this.codec =
                new AvroCodec(SchemaRegistries.of(Map.of("schema.registry.url", "mock://" + business.name())), true);
        final StreamsSettings settings = new StreamsSettings("none:1", temporary(), "test", 1, 1, 0, null, Map.of());
        this.desk = driver(DeskTopology.of(business, codec, config(settings.desk(business))), settings.desk(business));
        this.pages = driver(
                PageTopology.of(business, codec, config(settings.pages(business)), settings.pages(business)),
                settings.pages(business));
        final Properties auditing = settings.audit(business);
        // there is no time here in which the other topic could come
        auditing.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, 0);
        this.audit = driver(AuditTopology.of(business, codec, config(auditing)), auditing);
    }

    private TopologyTestDriver driver(final Topology topology, final Properties settings) {
        settings.put(StreamsConfig.STATE_DIR_CONFIG, temporary().toString());
        return new TopologyTestDriver(topology, settings, now);
    }

    private static TopologyConfig config(final Properties settings) {
        return new TopologyConfig(new StreamsConfig(settings));
    }

    /** Tests of two checkouts may run on one machine at once. */
    public static Path temporary() {
        try {
            return Files.createTempDirectory("millrace-test");
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a command under an id of its own, and says how it went. */
    public Receipt send(final String deskId, final SpecificRecord command) {
        return send("c" + ++commands, deskId, command);
    }

    public Receipt send(final String commandId, final String deskId, final SpecificRecord command) {
        return send(commandId, new Laws.Sent(deskId, command));
    }

    public Receipt send(final Laws.Sent sent) {
        return send("c" + ++commands, sent);
    }

    public Receipt send(final String commandId, final Laws.Sent sent) {
        final String deskId = sent.desk();
        final SpecificRecord command = sent.command();
        final boolean alarm = Envelopes.carries(business.alarms(), command.getClass());
        final Class<? extends Envelope> type =
                alarm ? business.alarms() : business.inputOf(command.getClass()).envelope();
        final String topic = alarm
                ? business.topic("alarms")
                : business.inputOf(command.getClass()).topic();
        final Envelope envelope = Envelopes.command(type, commandId, deskId, now, sent.actor(), command);
        sendBytes(topic, deskId.getBytes(StandardCharsets.UTF_8), codec.encode(topic + "-value", envelope));
        return receipts.stream()
                .filter(receipt -> receipt.getCommandId().equals(commandId))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    /** Sends any bytes to a topic, as a producer of somebody else's might. */
    public void sendBytes(final String topic, final byte[] key, final byte[] value) {
        desk.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, value, headers, now));
        settle();
    }

    /** What is sent from now on has these. */
    public void with(final Headers others) {
        headers = others;
    }

    /** Time goes on: alarms that are due ring. */
    public void later(final Duration passed) {
        now = now.plus(passed);
        desk.advanceWallClockTime(passed);
        settle();
    }

    /** Slips into a topic, as one side reads it, what nobody of ours would write. */
    void slip(final String side, final String topic, final TestRecord<byte[], byte[]> record) {
        (side.equals("desk") ? desk : side.equals("pages") ? pages : audit)
                .createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(record);
        settle();
    }

    private void settle() {
        for (final TestRecord<byte[], byte[]> entry : read(desk, "journal")) {
            journal.add((JournalEntry) codec.decode(entry.value()));
            journalBytes.add(entry.value());
            fold(entry);
            pipe(audit, "journal", entry);
        }
        for (final TestRecord<byte[], byte[]> receipt : read(desk, "receipts")) {
            receipts.add((Receipt) codec.decode(receipt.value()));
            pipe(pages, "receipts", receipt);
            pipe(audit, "receipts", receipt);
        }
        quarantine.addAll(read(desk, "quarantine"));
        quarantine.addAll(read(pages, "quarantine"));
        quarantine.addAll(read(audit, "quarantine"));
    }

    private void fold(final TestRecord<byte[], byte[]> entry) {
        pipe(pages, "journal", entry);
        pages.advanceWallClockTime(Duration.ofMillis(50));
        read(pages, "notices").forEach(notice -> notices.add((Notice) codec.decode(notice.value())));
    }

    private void pipe(final TopologyTestDriver driver, final String topic, final TestRecord<byte[], byte[]> record) {
        driver.createInputTopic(business.topic(topic), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(record);
    }

    private List<TestRecord<byte[], byte[]>> read(final TopologyTestDriver driver, final String topic) {
        return driver.createOutputTopic(business.topic(topic), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    public List<JournalEntry> journal() {
        return journal;
    }

    public List<byte[]> journalBytes() {
        return journalBytes;
    }

    public List<Receipt> receipts() {
        return receipts;
    }

    public List<Notice> notices() {
        return notices;
    }

    public List<TestRecord<byte[], byte[]>> quarantine() {
        return quarantine;
    }

    public AvroCodec codec() {
        return codec;
    }

    public Pages pages() {
        return new Pages(business, codec, new DriverStores(pages));
    }

    /** A person decides about what is in quarantine. */
    public void repair(final String deskId, final String id, final RepairAct act) {
        final byte[] repair = codec.encode(business.topic("repairs") + "-value", new Repair(id, act, "ann", now, null));
        final var record = new TestRecord<>(deskId.getBytes(StandardCharsets.UTF_8), repair, new RecordHeaders(), now);
        pipe(pages, "repairs", record);
        settle();
    }

    public AuditPage audit() {
        return new AuditPage(business, codec, audit::getKeyValueStore);
    }

    /** What was told of violations so far, and is told only once. */
    public List<Violation> violations() {
        return audit
                .createOutputTopic(Catalogue.VIOLATIONS, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readValuesToList()
                .stream()
                .map(bytes -> (Violation) codec.decode(bytes))
                .toList();
    }

    /** Has the audit read what no desk wrote, as a saboteur. */
    public void slip(final String topic, final String deskId, final SpecificRecord value) {
        slip(topic, deskId, codec.encode(business.topic(topic) + "-value", value));
    }

    public void slip(final String topic, final String deskId, final byte[] value) {
        pipe(audit, topic, new TestRecord<>(deskId.getBytes(StandardCharsets.UTF_8), value, new RecordHeaders(), now));
    }

    /** Loses a receipt, as a saboteur. */
    void forget(final String deskId, final String commandId) {
        final WindowStore<String, byte[]> store = desk.getWindowStore(business.name() + "-receipts");
        try (var all = store.all()) {
            while (all.hasNext()) {
                final var key = all.next().key;
                if (key.key().equals(deskId + "/" + commandId)) {
                    store.put(key.key(), null, key.window().start());
                }
            }
        }
    }

    /** Everything on the books, as it is stored. */
    public Map<String, SpecificRecord> books() {
        return Dump.of(desk.getKeyValueStore(business.name() + "-books"), codec);
    }

    /** Everything on the pages by desk and by person. */
    public Map<String, SpecificRecord> rows() {
        final Map<String, SpecificRecord> all = Dump.of(pages.getKeyValueStore(business.name() + "-rows"), codec);
        all.putAll(Dump.of(pages.getKeyValueStore(business.name() + "-people"), codec));
        return all;
    }

    /** Tells the page side how a notice fared, as the notifier does. */
    public void tell(final NoticeOutcome news) {
        tellBytes(news.getDesk(), codec.encode(business.topic("pushes") + "-value", news));
    }

    public void tellBytes(final String deskId, final byte[] value) {
        pipe(
                pages,
                "pushes",
                new TestRecord<>(deskId.getBytes(StandardCharsets.UTF_8), value, new RecordHeaders(), now));
        settle();
    }

    /** Hands entries to the page side once more, as a restart may. */
    public void foldAgain(final List<byte[]> entries) {
        for (final byte[] entry : entries) {
            final String key = ((JournalEntry) codec.decode(entry)).getDesk();
            fold(new TestRecord<>(key.getBytes(StandardCharsets.UTF_8), entry, new RecordHeaders(), now));
        }
    }

    @Override
    public void close() {
        desk.close();
        pages.close();
        audit.close();
    }
}

package io.millrace.api.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.backbone.Envelopes;
import io.millrace.cafe.Cafe;
import io.millrace.schemas.cafe.CafeJournal;
import io.millrace.schemas.cafe.ItemRestocked;
import io.millrace.schemas.client.SchemaRegistries;
import io.millrace.schemas.wire.AvroCodec;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What becomes of one who does not keep up, and what that costs everybody else: nothing. */
class SlowListenerTest {

    private static final TopicPartition PARTITION = new TopicPartition("cafe.journal", 0);
    private static final Pattern ID = Pattern.compile("id: cafe/x@(\\d+)\n");

    private final AvroCodec codec =
            new AvroCodec(SchemaRegistries.of(Map.of("schema.registry.url", "mock://slow")), true);
    private final Feed feed = new Feed(List.of(Cafe.BUSINESS), codec, 10_000);
    private final Older older = new Older(() -> new MockConsumer<>("none"));
    private int seq;

    @Test
    void shouldCatchUpFromTheTapeAfterAStumbleWithoutGapOrRepeat() throws Exception {
        final Slow slow = listen(Duration.ofMinutes(1));
        publish(500);
        assertThat(feed.live()).as("its queue of 100 is full").isZero();

        slow.hurry();

        await().atMost(Duration.ofSeconds(10)).until(() -> slow.heard().size() == 500);
        await().atMost(Duration.ofSeconds(10)).until(() -> feed.live() == 1);
        publish(50);
        await().atMost(Duration.ofSeconds(10)).until(() -> slow.heard().size() == 550);
        assertThat(slow.heard()).isEqualTo(numbers(550));
    }

    @Test
    void shouldEndALineThatStaysBehindAndSayWhy() throws Exception {
        final Slow slow = listen(Duration.ofNanos(1));
        publish(500);

        slow.hurry();

        slow.thread.join(10_000);
        assertThat(slow.thread.isAlive()).isFalse();
        assertThat(slow.text()).endsWith("\n\n").contains("event: end\n", "TOO_SLOW");
        assertThat(slow.heard()).isEqualTo(numbers(slow.heard().size()));
        assertThat(slow.heard().size()).isLessThan(500);
    }

    @Test
    void shouldNotLetASlowOneHoldUpTheOthers() throws Exception {
        listen(Duration.ofMinutes(1));
        final Slow quick = listen(Duration.ofMinutes(1));
        quick.hurry();

        for (int i = 0; i < 20; i++) {
            publish(50);
            final int sofar = 50 * (i + 1);
            await().atMost(Duration.ofSeconds(10)).until(() -> quick.heard().size() == sofar);
        }
        assertThat(quick.heard()).isEqualTo(numbers(1_000));
    }

    private static List<Integer> numbers(final int upTo) {
        return java.util.stream.IntStream.rangeClosed(1, upTo).boxed().toList();
    }

    private Slow listen(final Duration patience) {
        if (seq == 0) {
            feed.begin(Map.of(PARTITION, 0L));
        }
        final Watch watch = new Watch(List.of(Cafe.BUSINESS), "x", null, null, List.of(PARTITION));
        final Listener listener = new Listener(watch, feed.now(List.of(PARTITION)), 0, 0, 100);
        final int others = feed.live();
        final Slow slow = new Slow(listener, patience);
        await().atMost(Duration.ofSeconds(10)).until(() -> feed.live() == others + 1);
        return slow;
    }

    private void publish(final int many) {
        final List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            final CafeJournal event = (CafeJournal) Envelopes.entry(
                    CafeJournal.class,
                    Envelopes.command(
                            io.millrace.schemas.cafe.MenuCommand.class,
                            "c",
                            "x",
                            Instant.EPOCH,
                            null,
                            new io.millrace.schemas.cafe.RestockItem("latte", 1L)),
                    Instant.EPOCH,
                    ++seq,
                    null,
                    new ItemRestocked("latte", 1L));
            entries.add(new Entry(PARTITION, seq - 1, "x", codec.encode(event)));
        }
        feed.publish(entries, Map.of());
    }

    /** Its line is stuck until it hurries. */
    private final class Slow extends OutputStream {
        private final Semaphore reading = new Semaphore(0);
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();
        private final Thread thread;

        Slow(final Listener listener, final Duration patience) {
            final EventsSettings settings = new EventsSettings(10, 100, patience, Duration.ofSeconds(15), 10_000, 10);
            thread = Thread.ofVirtual().start(() -> {
                try {
                    new Line(feed, older, listener, this, settings).run();
                } catch (final Exception e) {
                    throw new IllegalStateException(e);
                }
            });
        }

        void hurry() {
            reading.release(1_000_000);
        }

        synchronized String text() {
            return read.toString(StandardCharsets.UTF_8);
        }

        List<Integer> heard() {
            return ID.matcher(text())
                    .results()
                    .map(it -> Integer.valueOf(it.group(1)))
                    .toList();
        }

        @Override
        public void write(final int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(final byte[] bytes, final int from, final int length) {
            reading.acquireUninterruptibly();
            synchronized (this) {
                read.write(bytes, from, length);
            }
        }
    }
}

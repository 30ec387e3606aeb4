package io.millrace.backbone.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.bank.Bank;
import io.millrace.cafe.Cafe;
import io.millrace.schemas.bank.OpenAccount;
import io.millrace.schemas.bank.SendTransfer;
import io.millrace.schemas.cafe.OrderType;
import io.millrace.schemas.cafe.PlaceOrder;
import io.millrace.schemas.cafe.RegisterItem;
import io.millrace.schemas.cafe.Want;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

/** What belongs to a trace goes on belonging to it: on topics, to other desks, and while it waits in a store. */
class TraceTest {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final Headers NONE = new RecordHeaders();

    @Test
    void shouldHandTheTraceOfACommandToWhatItCauses() {
        try (TracedDesk cafe = new TracedDesk(Cafe.BUSINESS)) {
            cafe.send("gangnam", null, new RegisterItem("latte", "Latte", 1L, 9L), NONE);
            cafe.send("gangnam", null, order(), traced(TRACE));
            cafe.send("gangnam", null, order(), NONE);

            assertThat(cafe.written("journal", Trace.HEADER))
                    .containsExactly(Optional.empty(), Optional.of(TRACE), Optional.empty());
            assertThat(cafe.written("receipts", Trace.HEADER))
                    .containsExactly(Optional.empty(), Optional.of(TRACE), Optional.empty());
        }
    }

    @Test
    void shouldKeepTheTraceUntilAnAlarmRings() {
        try (TracedDesk cafe = new TracedDesk(Cafe.BUSINESS)) {
            cafe.send("gangnam", null, new RegisterItem("latte", "Latte", 1L, 9L), NONE);
            cafe.send("gangnam", null, order(), traced(TRACE));
            cafe.send("gangnam", null, order(), NONE);
            cafe.written("journal", Trace.HEADER);
            cafe.later(Duration.ofMinutes(11));

            assertThat(cafe.written("journal", Trace.HEADER))
                    .containsExactlyInAnyOrder(Optional.of(TRACE), Optional.empty());
        }
    }

    @Test
    void shouldGoOnAtTheOtherDeskAndBack() {
        try (TracedDesk bank = new TracedDesk(Bank.BUSINESS)) {
            bank.send("savings", "HSI", new OpenAccount(1_000L), NONE);
            bank.send("daily", "KIM", new OpenAccount(0L), NONE);
            bank.written("journal", Trace.HEADER);
            bank.send("savings", "HSI", new SendTransfer("daily", 300L), traced(TRACE));

            final List<Optional<String>> journal = bank.written("journal", Trace.HEADER);
            assertThat(journal).as("left, arrived, completed").hasSize(3).containsOnly(Optional.of(TRACE));
        }
    }

    @Test
    void shouldNotCopyWhatIsNoTraceAndNobodysAsk() {
        try (TracedDesk cafe = new TracedDesk(Cafe.BUSINESS)) {
            final Headers huge = traced("0".repeat(500_000));
            huge.add(MillraceHeaders.ASK, new byte[500_000]);
            cafe.send("gangnam", null, new RegisterItem("latte", "Latte", 1L, 9L), huge);

            assertThat(cafe.written("journal", Trace.HEADER)).containsExactly(Optional.empty());
            assertThat(cafe.written("receipts", MillraceHeaders.ASK)).containsExactly(Optional.empty());
        }
    }

    @Test
    void shouldStoreAnyBytesAndGiveThemBack() {
        for (final byte[] value : new byte[][] {{}, {0, 7}, {1}, {1, 2, 3}, new byte[200]}) {
            for (final Headers headers : new Headers[] {NONE, traced(TRACE)}) {
                final Record<String, byte[]> record = new Record<>("key", value, 5);
                final Record<String, byte[]> restored = Trace.restored(record, Trace.stored(headers, value));
                assertThat(restored.value()).isEqualTo(value);
                assertThat(restored.headers()).isEqualTo(headers);
                assertThat(restored.timestamp()).isEqualTo(5);
            }
        }
    }

    @Test
    void shouldStoreWhatHasNoTraceAsItIs() {
        final byte[] value = {0, 1, 2};
        assertThat(Trace.stored(NONE, value)).isSameAs(value);
        assertThat(Trace.restored(new Record<>("key", value, 5), value).value()).isSameAs(value);
    }

    private static PlaceOrder order() {
        return new PlaceOrder("HSI", OrderType.TAKEOUT, List.of(new Want("latte", 1L)));
    }

    private static Headers traced(final String trace) {
        return new RecordHeaders().add(Trace.HEADER, trace.getBytes(StandardCharsets.US_ASCII));
    }
}

package io.millrace.backbone.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.backbone.page.PoisonedDesk.Bad;
import io.millrace.backbone.stream.Trace;
import io.millrace.schemas.RepairAct;
import io.millrace.schemas.cafe.Item;
import io.millrace.schemas.cafe.RegisterItem;
import io.millrace.schemas.cafe.RestockItem;
import io.millrace.testkit.BusinessDriver;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One event that a page can't fold: its row waits in order, every other row goes on, and a person puts it right. */
class ParkingTest {

    private final PoisonedDesk poisoned = new PoisonedDesk();
    private final BusinessDriver cafe = new BusinessDriver(poisoned.business());

    @BeforeEach
    void open() {
        for (final String desk : new String[] {"gangnam", "hongdae"}) {
            for (final String item : new String[] {"all", "latte", "mocha"}) {
                cafe.send(desk, new RegisterItem(item, item, 1L, 0L));
            }
        }
    }

    @AfterEach
    void close() {
        cafe.close();
    }

    @Test
    void shouldLetEveryOtherRowGoOn() {
        poisoned.is(Bad.ONE_ROW);
        cafe.send("gangnam", new RestockItem("latte", PoisonedDesk.POISON));
        cafe.send("gangnam", new RestockItem("latte", 2L));
        cafe.send("gangnam", new RestockItem("mocha", 5L));
        cafe.send("hongdae", new RestockItem("latte", 7L));

        assertThat(stock("gangnam", "latte")).isZero();
        assertThat(stock("gangnam", "all")).isEqualTo(20);
        assertThat(stock("gangnam", "mocha")).isEqualTo(5);
        assertThat(stock("hongdae", "latte")).isEqualTo(7);
        assertThat(cafe.quarantine()).hasSize(1);
    }

    @Test
    void shouldFoldWhatWaitedInOrderOnceItIsRepaired() {
        poisoned.is(Bad.ONE_ROW);
        cafe.send("gangnam", new RestockItem("latte", PoisonedDesk.POISON));
        cafe.send("gangnam", new RestockItem("latte", 2L));
        poisoned.is(Bad.NOTHING);
        cafe.repair("gangnam", broken(), RepairAct.RETRY);
        cafe.send("gangnam", new RestockItem("latte", 1L));

        assertThat(stock("gangnam", "latte")).isEqualTo(16);
        assertThat(stock("gangnam", "all")).isEqualTo(16);
        assertThat(cafe.quarantine()).hasSize(1);
    }

    @Test
    void shouldWaitOnWhenItBreaksAgain() {
        poisoned.is(Bad.ONE_ROW);
        cafe.send("gangnam", new RestockItem("latte", PoisonedDesk.POISON));
        cafe.send("gangnam", new RestockItem("latte", 2L));
        cafe.repair("gangnam", broken(), RepairAct.RETRY);
        assertThat(stock("gangnam", "latte")).isZero();
        assertThat(cafe.quarantine()).hasSize(2);

        poisoned.is(Bad.NOTHING);
        cafe.repair("gangnam", broken(), RepairAct.RETRY);
        assertThat(stock("gangnam", "latte")).isEqualTo(15);
    }

    @Test
    void shouldKeepTheTraceOfWhatWaits() {
        final byte[] trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01".getBytes(StandardCharsets.UTF_8);
        poisoned.is(Bad.ONE_ROW);
        cafe.with(new RecordHeaders().add(Trace.HEADER, trace));
        cafe.send("gangnam", new RestockItem("latte", PoisonedDesk.POISON));
        cafe.with(new RecordHeaders());
        cafe.repair("gangnam", broken(), RepairAct.RETRY);

        assertThat(cafe.quarantine()).hasSize(2);
        assertThat(cafe.quarantine()
                        .getLast()
                        .headers()
                        .lastHeader(Trace.HEADER)
                        .value())
                .isEqualTo(trace);
    }

    @Test
    void shouldLeaveOutExactlyTheOneEventAndStayThatWay() {
        poisoned.is(Bad.ONE_ROW);
        cafe.send("gangnam", new RestockItem("latte", PoisonedDesk.POISON));
        final String broken = broken();
        cafe.send("gangnam", new RestockItem("latte", 2L));
        cafe.repair("gangnam", broken, RepairAct.DISCARD);
        cafe.repair("gangnam", broken, RepairAct.DISCARD);
        cafe.foldAgain(cafe.journalBytes());

        assertThat(stock("gangnam", "latte")).isEqualTo(2);
        assertThat(stock("gangnam", "all")).isEqualTo(15);
        assertThat(cafe.quarantine()).hasSize(1);
    }

    @Test
    void shouldParkTheDeskWhenNobodyKnowsWhichRows() {
        poisoned.is(Bad.ALL_OF_IT);
        cafe.send("gangnam", new RestockItem("latte", PoisonedDesk.POISON));
        cafe.send("gangnam", new RestockItem("mocha", 5L));
        cafe.send("hongdae", new RestockItem("mocha", 5L));
        assertThat(stock("gangnam", "mocha")).isZero();
        assertThat(stock("hongdae", "mocha")).isEqualTo(5);
        assertThat(cafe.pages().applied("gangnam")).isEqualTo(3);

        poisoned.is(Bad.NOTHING);
        cafe.repair("gangnam", broken(), RepairAct.RETRY);
        assertThat(stock("gangnam", "latte")).isEqualTo(PoisonedDesk.POISON);
        assertThat(stock("gangnam", "mocha")).isEqualTo(5);
        assertThat(cafe.pages().applied("gangnam")).isEqualTo(5);
    }

    private String broken() {
        final var place = cafe.quarantine().getLast().headers().lastHeader("millrace-place");
        return new String(place.value(), StandardCharsets.UTF_8);
    }

    private long stock(final String desk, final String item) {
        return cafe.pages()
                .desk(desk)
                .find(PoisonedDesk.ITEMS, item)
                .map(held -> ((Item) held.value()).getStock())
                .orElseThrow();
    }
}

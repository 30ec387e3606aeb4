package io.millrace.cafe;

import static io.millrace.cafe.Orders.TAKEOUT;
import static io.millrace.cafe.Orders.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.backbone.page.Pages;
import io.millrace.schemas.cafe.ChangeItem;
import io.millrace.schemas.cafe.Item;
import io.millrace.schemas.cafe.RegisterItem;
import io.millrace.schemas.cafe.RemoveItem;
import io.millrace.schemas.cafe.RestockItem;
import io.millrace.testkit.BusinessDriver;
import io.millrace.testkit.DeskTrial;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The menu as it was at any time, however it came to be what it is. */
class MenuHistoryTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final BusinessDriver cafe = new BusinessDriver(Cafe.BUSINESS);

    @BeforeEach
    void open() {
        cafe.send("gangnam", new RegisterItem("latte", "Latte", 4500L, 10L));
    }

    @AfterEach
    void close() {
        cafe.close();
    }

    @Test
    void shouldBeEmptyBeforeAnythingWasRegistered() {
        assertThat(stockAfter(Duration.ofMillis(-1))).isEmpty();
        assertThat(stockAfter(Duration.ZERO)).containsExactly(10L);
    }

    @Test
    void shouldShowWhatWasThereBetweenTwoChanges() {
        cafe.later(HOUR);
        cafe.send("gangnam", new RestockItem("latte", 5L));
        cafe.later(HOUR);
        cafe.send("gangnam", order("HSI", TAKEOUT, "latte", 2));

        assertThat(stockAfter(HOUR.minusMillis(1))).containsExactly(10L);
        assertThat(stockAfter(HOUR)).containsExactly(15L);
        assertThat(stockAfter(HOUR.multipliedBy(2).minusMillis(1))).containsExactly(15L);
        assertThat(stockAfter(HOUR.multipliedBy(2))).containsExactly(13L);
        assertThat(stockAfter(HOUR.multipliedBy(100))).containsExactly(13L);
    }

    @Test
    void shouldShowNothingWhileItWasGoneAndTheNewOneAfterwards() {
        cafe.later(HOUR);
        cafe.send("gangnam", new RemoveItem("latte"));
        cafe.later(HOUR);
        cafe.send("gangnam", new RegisterItem("latte", "Latte", 4500L, 3L));
        cafe.later(HOUR);
        cafe.send("gangnam", new RestockItem("latte", 1L));

        assertThat(stockAfter(Duration.ofMinutes(59))).containsExactly(10L);
        assertThat(stockAfter(Duration.ofMinutes(61))).isEmpty();
        assertThat(stockAfter(Duration.ofMinutes(121))).containsExactly(3L);
        assertThat(stockAfter(Duration.ofMinutes(181))).containsExactly(4L);
    }

    @Test
    void shouldShowTheLastOfWhatHappenedAtOneInstant() {
        cafe.later(HOUR);
        cafe.send("gangnam", new RestockItem("latte", 5L));
        cafe.send("gangnam", new RestockItem("latte", 5L));
        cafe.send("gangnam", new ChangeItem("latte", null, 5000L));

        assertThat(stockAfter(HOUR.minusMillis(1))).containsExactly(10L);
        assertThat(stockAfter(HOUR)).containsExactly(20L);
        assertThat(past(HOUR).getFirst().value().getPrice()).isEqualTo(5000L);
    }

    @Test
    void shouldKnowWhichEventMadeItSo() {
        final long registered = past(Duration.ZERO).getFirst().row().getSeq();
        cafe.later(HOUR);
        cafe.send("gangnam", new RestockItem("latte", 5L));

        assertThat(past(Duration.ofMinutes(30)).getFirst().row().getSeq()).isEqualTo(registered);
        assertThat(past(HOUR).getFirst().row().getSeq()).isEqualTo(registered + 1);
    }

    @Test
    void shouldNotChangeWhenTheSameIsFoldedAgain() {
        cafe.later(HOUR);
        cafe.send("gangnam", new RestockItem("latte", 5L));
        cafe.foldAgain(cafe.journalBytes());

        assertThat(stockAfter(Duration.ofMinutes(30))).containsExactly(10L);
        assertThat(stockAfter(HOUR)).containsExactly(15L);
    }

    private List<Long> stockAfter(final Duration opening) {
        return past(opening).stream().map(it -> it.value().getStock()).toList();
    }

    private List<Pages.Past<Item>> past(final Duration opening) {
        return cafe.pages().past("gangnam", ShopBooks.ITEMS, DeskTrial.NOON.plus(opening));
    }
}

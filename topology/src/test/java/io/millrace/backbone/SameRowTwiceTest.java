package io.millrace.backbone;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.cafe.Cafe;
import io.millrace.cafe.ShopBooks;
import io.millrace.schemas.cafe.Item;
import io.millrace.schemas.cafe.OrderType;
import io.millrace.schemas.cafe.PlaceOrder;
import io.millrace.schemas.cafe.RegisterItem;
import io.millrace.schemas.cafe.RestockItem;
import io.millrace.schemas.cafe.Want;
import io.millrace.testkit.BusinessDriver;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One event may change one row several times, as an order with two lines of the same item does. */
class SameRowTwiceTest {

    private final BusinessDriver cafe = new BusinessDriver(Cafe.BUSINESS);

    @BeforeEach
    void orderTheSameItemInTwoLines() {
        cafe.send("gangnam", new RegisterItem("latte", "Latte", 4500L, 10L));
        cafe.send(
                "gangnam",
                new PlaceOrder("HSI", OrderType.TAKEOUT, List.of(new Want("latte", 1L), new Want("latte", 2L))));
    }

    @AfterEach
    void close() {
        cafe.close();
    }

    @Test
    void shouldShowOnThePageWhatIsOnTheBooks() {
        assertThat(cafe.books().get("gangnam/menu/latte"))
                .isInstanceOfSatisfying(
                        Item.class, latte -> assertThat(latte.getStock()).isEqualTo(7));
        assertThat(stockOnPage()).isEqualTo(7);
    }

    @Test
    void shouldNotGoBackWhenTheEventIsFoldedOnceMore() {
        cafe.send("gangnam", new RestockItem("latte", 5L));

        cafe.foldAgain(cafe.journalBytes());

        assertThat(stockOnPage()).isEqualTo(12);
    }

    private long stockOnPage() {
        return cafe.pages()
                .desk("gangnam")
                .find(ShopBooks.ITEMS, "latte")
                .orElseThrow()
                .value()
                .getStock();
    }
}

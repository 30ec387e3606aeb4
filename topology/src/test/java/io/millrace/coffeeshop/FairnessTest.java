package io.millrace.coffeeshop;

import static io.millrace.coffeeshop.ShopTrial.kitchen;
import static io.millrace.coffeeshop.ShopTrial.order;
import static io.millrace.schemas.coffeeshop.OrderStatus.CANCELED;
import static io.millrace.schemas.coffeeshop.OrderStatus.COMPLETED;
import static io.millrace.schemas.coffeeshop.OrderStatus.MAKING;
import static io.millrace.schemas.coffeeshop.OrderStatus.OUT_OF_STOCK;
import static io.millrace.schemas.coffeeshop.OrderStatus.REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.coffeeshop.AddStock;
import io.millrace.schemas.coffeeshop.CancelOrder;
import io.millrace.schemas.coffeeshop.Kitchen;
import io.millrace.schemas.coffeeshop.KitchenWentOn;
import io.millrace.schemas.coffeeshop.ProductionStarted;
import io.millrace.schemas.coffeeshop.RestockProduct;
import io.millrace.schemas.coffeeshop.StartWaiting;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Who comes first is served first, product by product. */
class FairnessTest {

    private final ShopTrial shop = new ShopTrial();

    @Test
    void shouldHoldTheYoungerOnesOfThatProductAndNoOther() {
        shop.settle(new AddStock("latte", 5L), new AddStock("mocha", 5L));
        shop.settle(order("latte", 6), order("latte", 1), order("mocha", 1));
        assertThat(shop.statuses()).containsExactly(OUT_OF_STOCK, REQUESTED, COMPLETED);
        assertThat(shop.stock("latte")).isEqualTo(5);
    }

    @Test
    void shouldStartWhatHadToWaitOldestFirstOnRestock() {
        shop.settle(order("latte", 6), order("latte", 1), order("latte", 9), order("latte", 1));
        shop.settle(new AddStock("latte", 5L));
        assertThat(shop.statuses()).containsExactly(OUT_OF_STOCK, REQUESTED, REQUESTED, REQUESTED);
        shop.settle(new RestockProduct("latte", 3L));
        assertThat(shop.statuses()).containsExactly(COMPLETED, COMPLETED, OUT_OF_STOCK, REQUESTED);
        assertThat(shop.stock("latte")).isEqualTo(1);
    }

    @Test
    void shouldLetTheYoungerOnesTryWhenTheFirstGivesUp() {
        shop.settle(new AddStock("latte", 5L), order("latte", 6), order("latte", 5), order("latte", 1));
        shop.settle(new CancelOrder(1L));
        assertThat(shop.statuses()).containsExactly(CANCELED, COMPLETED, OUT_OF_STOCK);
        assertThat(shop.stock("latte")).isZero();
    }

    @Test
    void shouldServeWhatAClosedKitchenLeftWaiting() {
        shop.settle(kitchen(Kitchen.CLOSED), new AddStock("latte", 2L), new AddStock("mocha", 2L));
        shop.settle(order("latte", 1), order("mocha", 1), order("latte", 1), order("latte", 1));
        assertThat(shop.statuses()).containsOnly(REQUESTED);
        shop.settle(kitchen(Kitchen.AUTO));
        assertThat(shop.statuses()).containsExactly(COMPLETED, COMPLETED, COMPLETED, OUT_OF_STOCK);
    }

    @Test
    void shouldOnlyStartWhereABaristaCompletes() {
        shop.settle(kitchen(Kitchen.BARISTA), new AddStock("latte", 1L), order("latte", 1));
        assertThat(shop.statuses()).containsExactly(MAKING);
    }

    @Test
    void shouldServeAThousandOrdersOldestFirstOnceTheKitchenOpens() {
        shop.settle(kitchen(Kitchen.CLOSED), new AddStock("latte", 600L), new AddStock("mocha", 600L));
        for (int n = 0; n < 1_000; n++) {
            shop.ask(order(n % 2 == 0 ? "latte" : "mocha", 1));
        }
        shop.settle(kitchen(Kitchen.AUTO));
        assertThat(shop.statuses()).containsOnly(COMPLETED);
        assertThat(shop.started())
                .filteredOn(e -> e.getProduct().equals("latte"))
                .extracting(ProductionStarted::getNumber)
                .containsExactlyElementsOf(
                        LongStream.range(0, 500).mapToObj(n -> 2 * n + 1).toList());
        assertThat(shop.stock("latte")).isEqualTo(100);
        assertThat(shop.stock("mocha")).isEqualTo(100);
    }

    @Test
    void shouldStartABoundedNumberAtOnceAndGoOn() {
        shop.settle(kitchen(Kitchen.CLOSED), new AddStock("latte", 1_000L));
        LongStream.range(0, KitchenRules.STARTS + 1).forEach(_ -> shop.ask(order("latte", 1)));
        shop.ask(kitchen(Kitchen.BARISTA)).lose();
        shop.ask(new StartWaiting("latte"));
        assertThat(shop.desk().events()).hasSize(KitchenRules.STARTS + 1);
        assertThat(shop.desk().events().getLast()).isInstanceOf(KitchenWentOn.class);
        shop.work(Integer.MAX_VALUE);
        assertThat(shop.statuses()).containsOnly(MAKING);
    }

    @Test
    void shouldVisitEveryQueueWhenTheKitchenOpensHoweverMany() {
        final int queues = 2 * KitchenRules.VISITS + 1;
        shop.settle(kitchen(Kitchen.CLOSED));
        for (int n = 0; n < queues; n++) {
            shop.ask(new AddStock("p-" + n, 1L), order("p-" + n, 1));
        }
        shop.settle(kitchen(Kitchen.AUTO));
        assertThat(shop.statuses()).hasSize(queues).containsOnly(COMPLETED);
    }
}

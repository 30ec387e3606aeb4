package io.millrace.coffeeshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.backbone.Steps;
import io.millrace.schemas.coffeeshop.AddStock;
import io.millrace.schemas.coffeeshop.CancelOrder;
import io.millrace.schemas.coffeeshop.CoffeeshopCommand;
import io.millrace.schemas.coffeeshop.CompleteProduction;
import io.millrace.schemas.coffeeshop.Kitchen;
import io.millrace.schemas.coffeeshop.OrderCanceled;
import io.millrace.schemas.coffeeshop.OrderPlaced;
import io.millrace.schemas.coffeeshop.PlaceOrder;
import io.millrace.schemas.coffeeshop.ProductionCompleted;
import io.millrace.schemas.coffeeshop.ProductionStarted;
import io.millrace.schemas.coffeeshop.RestockProduct;
import io.millrace.schemas.coffeeshop.SetHouseRules;
import io.millrace.schemas.coffeeshop.Stock;
import io.millrace.schemas.coffeeshop.StockAdded;
import io.millrace.schemas.coffeeshop.StockRanOut;
import io.millrace.schemas.coffeeshop.StockRegistered;
import io.millrace.testkit.AuditTrial;
import io.millrace.testkit.BusinessDriver;
import io.millrace.testkit.DeskTrial;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Journals of a coffee shop that break a law each, which the audit must notice, and honest ones. */
class CoffeeshopLawsTest {

    private final AuditTrial audit = AuditTrial.of(Coffeeshop.BUSINESS).happened(new StockRegistered("bean", 5L));

    @Test
    void shouldFindNothingInAnHonestShop() {
        audit.happened(placed(1, 6), new StockRanOut(1L, "HSI", "bean", 6L), new StockAdded("bean", 2L));
        audit.happened(started(1, 6), made(1), placed(2, 9), canceled(2)).showed(stock(1));
        assertThat(audit.laws()).isEmpty();
    }

    @Test
    void shouldFindStockBelowNothing() {
        audit.happened(placed(1, 6), started(1, 6));
        assertThat(audit.laws()).containsExactly(CoffeeshopLaws.STOCK);
    }

    @Test
    void shouldFindStockThatDoesNotAddUp() {
        audit.showed(stock(4));
        assertThat(audit.laws()).containsExactly(CoffeeshopLaws.ON_HAND);
    }

    @Test
    void shouldFindOrdersServedOutOfTurn() {
        audit.happened(placed(1, 1), placed(2, 1), started(2, 1), started(1, 1));
        assertThat(audit.laws()).containsExactly(CoffeeshopLaws.TURN);
    }

    @Test
    void shouldFindWhatIsStartedTwiceOrMadeTwice() {
        audit.happened(placed(1, 1), started(1, 1), made(1), made(1));
        assertThat(audit.laws()).containsExactly(Steps.STEP);
    }

    @Test
    void shouldFindWhatIsCanceledAfterItWasStarted() {
        audit.happened(placed(1, 1), started(1, 1), canceled(1));
        assertThat(audit.laws()).containsExactly(Steps.STEP);
    }

    @Test
    void shouldFindANumberLeftOut() {
        audit.happened(placed(2, 1));
        assertThat(audit.laws()).containsExactly(Steps.NUMBER);
    }

    @Test
    void shouldFindNothingInALongRandomLife() {
        final Random random = new Random(7);
        try (BusinessDriver shop = new BusinessDriver(Coffeeshop.BUSINESS)) {
            for (int n = 0; n < 500; n++) {
                shop.send("gangnam", any(random));
            }
            assertThat(shop.violations()).isEmpty();
            assertThat(shop.audit().report(0).checked()).isGreaterThan(400);
        }
    }

    private static CoffeeshopCommand any(final Random random) {
        final String product = random.nextBoolean() ? "bean" : "milk";
        final long order = 1L + random.nextInt(100);
        return switch (random.nextInt(8)) {
            case 0 -> new SetHouseRules(null, Kitchen.values()[random.nextInt(3)]);
            case 1 -> new AddStock(product, 1L + random.nextInt(20));
            case 2 -> new RestockProduct(product, 1L + random.nextInt(20));
            case 3 -> new CancelOrder(order);
            case 4 -> new CompleteProduction(order);
            default -> new PlaceOrder("HSI", product, 1L + random.nextInt(8));
        };
    }

    private static OrderPlaced placed(final long number, final long quantity) {
        return new OrderPlaced(number, "HSI", "bean", quantity, null);
    }

    private static ProductionStarted started(final long number, final long quantity) {
        return new ProductionStarted(number, "HSI", "bean", quantity, null);
    }

    private static ProductionCompleted made(final long number) {
        return new ProductionCompleted(number, "HSI", "bean", 1L);
    }

    private static OrderCanceled canceled(final long number) {
        return new OrderCanceled(number, "HSI", "bean", 1L, null, null);
    }

    private static Stock stock(final long quantity) {
        return new Stock("bean", quantity, DeskTrial.NOON);
    }
}

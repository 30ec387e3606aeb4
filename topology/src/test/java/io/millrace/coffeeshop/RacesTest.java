package io.millrace.coffeeshop;

import static io.millrace.coffeeshop.ShopTrial.kitchen;
import static io.millrace.coffeeshop.ShopTrial.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.schemas.coffeeshop.AddStock;
import io.millrace.schemas.coffeeshop.CancelOrder;
import io.millrace.schemas.coffeeshop.CoffeeshopCommand;
import io.millrace.schemas.coffeeshop.CoffeeshopEvent;
import io.millrace.schemas.coffeeshop.CompleteProduction;
import io.millrace.schemas.coffeeshop.Kitchen;
import io.millrace.schemas.coffeeshop.OrderPlaced;
import io.millrace.schemas.coffeeshop.ProductionStarted;
import io.millrace.schemas.coffeeshop.RestockProduct;
import io.millrace.schemas.coffeeshop.StockRegistered;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Counter, warehouse and kitchen in any order that chance makes of them: it adds up every time. */
class RacesTest {

    @Test
    void shouldAddUpInAnyHistory() {
        for (int seed = 0; seed < 1_000; seed++) {
            final Random chance = new Random(seed);
            final ShopTrial shop = new ShopTrial();
            for (int n = 0; n < 80; n++) {
                switch (chance.nextInt(4)) {
                    case 0 -> shop.work(chance.nextInt(4));
                    case 1 -> shop.stutter();
                    default -> shop.ask(anything(chance));
                }
            }
            shop.settle(kitchen(chance.nextBoolean() ? Kitchen.AUTO : Kitchen.BARISTA));
            ShopAudit.of(events(shop)).agreesWith(shop).leavesNobodyWaitingInVain();
        }
    }

    private static CoffeeshopCommand anything(final Random chance) {
        final String product = chance.nextBoolean() ? "latte" : "mocha";
        final long some = 1 + chance.nextInt(5);
        final long placed = 1 + chance.nextInt(30);
        return switch (chance.nextInt(10)) {
            case 0 -> new AddStock(product, some);
            case 1 -> new RestockProduct(product, some);
            case 2, 3 -> new CancelOrder(placed);
            case 4 -> new CompleteProduction(placed);
            case 5 -> kitchen(Kitchen.values()[chance.nextInt(3)]);
            default -> order(product, some);
        };
    }

    @Test
    void shouldServeFiveHundredFromThreeHundredAndTwoHundredMore() {
        for (int seed = 0; seed < 40; seed++) {
            final ShopTrial shop = raced(seed, 500, 300, Collections.nCopies(20, 10L), 0);
            final ShopAudit audit = ShopAudit.of(events(shop)).agreesWith(shop).leavesNobodyWaitingInVain();
            assertThat(audit.started()).isEqualTo(500);
            assertThat(shop.stock("latte")).isZero();
        }
    }

    @Test
    void shouldStartOrCancelButNeverBoth() {
        for (int seed = 0; seed < 200; seed++) {
            final ShopTrial shop = raced(seed, 60, 30, List.of(10L, 20L), 60);
            final ShopAudit audit = ShopAudit.of(events(shop)).agreesWith(shop).leavesNobodyWaitingInVain();
            assertThat(audit.started() + audit.canceled()).isEqualTo(60);
            assertThat(shop.stock("latte")).isEqualTo(60 - audit.started());
        }
    }

    @Test
    void shouldCountBothOfTwoRestocks() {
        for (int seed = 0; seed < 200; seed++) {
            final ShopTrial shop = raced(seed, 20, 0, List.of(10L, 10L), 0);
            assertThat(ShopAudit.of(events(shop)).agreesWith(shop).started()).isEqualTo(20);
        }
    }

    /** One order each, restocks and cancellations, shuffled, while the kitchen answers its calls now and then. */
    private static ShopTrial raced(
            final int seed, final int orders, final long stock, final List<Long> restocks, final int cancels) {
        final Random chance = new Random(seed);
        final List<CoffeeshopCommand> commands = new ArrayList<>(Collections.nCopies(orders, order("latte", 1)));
        restocks.forEach(more -> commands.add(new RestockProduct("latte", more)));
        for (int n = 0; n < cancels; n++) {
            commands.add(new CancelOrder(1L + chance.nextInt(orders)));
        }
        Collections.shuffle(commands, chance);
        final ShopTrial shop = new ShopTrial().ask(new AddStock("latte", stock));
        for (final CoffeeshopCommand command : commands) {
            shop.ask(command);
            if (chance.nextInt(5) == 0) {
                shop.stutter();
            }
            shop.work(chance.nextInt(3));
        }
        shop.work(Integer.MAX_VALUE);
        return shop;
    }

    @Test
    void shouldCatchASaboteurWhoLosesACall() {
        final ShopTrial shop = new ShopTrial().settle(new AddStock("latte", 5L)).ask(order("latte", 1));
        shop.lose();
        assertThatThrownBy(() -> ShopAudit.of(events(shop)).leavesNobodyWaitingInVain())
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void shouldCatchSaboteursWhoStartTwiceOrOutOfTurnOrFromNothing() {
        final CoffeeshopEvent stock = new StockRegistered("latte", 2L);
        final CoffeeshopEvent one = new OrderPlaced(1L, "HSI", "latte", 1L, null);
        final CoffeeshopEvent two = new OrderPlaced(2L, "HSI", "latte", 2L, 1L);
        final CoffeeshopEvent starts = new ProductionStarted(1L, "HSI", "latte", 1L, null);
        final CoffeeshopEvent next = new ProductionStarted(2L, "HSI", "latte", 2L, null);
        assertThat(ShopAudit.of(List.of(stock, one, starts)).started()).isEqualTo(1);
        assertThatThrownBy(() -> ShopAudit.of(List.of(stock, one, starts, starts)))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> ShopAudit.of(List.of(stock, one, two, next))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> ShopAudit.of(List.of(stock, one, two, starts, next)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void shouldCatchASaboteurWhoTakesFromTheBooks() {
        final ShopTrial shop = new ShopTrial().settle(new AddStock("latte", 5L));
        final List<CoffeeshopEvent> more = new ArrayList<>(events(shop));
        more.add(new StockRegistered("latte", 1L));
        assertThatThrownBy(() -> ShopAudit.of(more).agreesWith(shop)).isInstanceOf(AssertionError.class);
    }

    private static List<CoffeeshopEvent> events(final ShopTrial shop) {
        return shop.desk().journal().stream()
                .map(entry -> (CoffeeshopEvent) entry.event())
                .toList();
    }
}

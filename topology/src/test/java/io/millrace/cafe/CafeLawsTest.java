package io.millrace.cafe;

import static io.millrace.cafe.Orders.DELIVERY;
import static io.millrace.cafe.Orders.TAKEOUT;
import static io.millrace.cafe.Orders.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.backbone.Steps;
import io.millrace.schemas.cafe.ApprovePayment;
import io.millrace.schemas.cafe.CancelOrder;
import io.millrace.schemas.cafe.CancelPayment;
import io.millrace.schemas.cafe.CompleteDelivery;
import io.millrace.schemas.cafe.CompleteProduction;
import io.millrace.schemas.cafe.DeliveryCompleted;
import io.millrace.schemas.cafe.DeliveryStarted;
import io.millrace.schemas.cafe.Dispatch;
import io.millrace.schemas.cafe.Item;
import io.millrace.schemas.cafe.ItemRegistered;
import io.millrace.schemas.cafe.ItemRestocked;
import io.millrace.schemas.cafe.Line;
import io.millrace.schemas.cafe.OrderCanceled;
import io.millrace.schemas.cafe.OrderPlaced;
import io.millrace.schemas.cafe.OrderStatus;
import io.millrace.schemas.cafe.PaymentApproved;
import io.millrace.schemas.cafe.ProductionCompleted;
import io.millrace.schemas.cafe.RegisterItem;
import io.millrace.schemas.cafe.RemoveItem;
import io.millrace.schemas.cafe.RestockItem;
import io.millrace.schemas.cafe.SetHouseRules;
import io.millrace.schemas.cafe.StartDelivery;
import io.millrace.schemas.cafe.Want;
import io.millrace.testkit.AuditTrial;
import io.millrace.testkit.DeskTrial;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Journals of a café that break a law each, which the audit must notice, and honest ones, where it must find nothing. */
class CafeLawsTest {

    private static final Line THREE = new Line("latte", "Latte", 4500L, 3L, 13_500L);
    private static final OrderPlaced PLACED = placed(1, THREE, 13_500);
    private static final PaymentApproved PAID = new PaymentApproved(1L, "HSI", List.of(THREE), 13_500L);
    private static final OrderCanceled CANCELED = canceled(3);

    private final AuditTrial audit =
            AuditTrial.of(Cafe.BUSINESS).happened(new ItemRegistered("latte", "Latte", 4500L, 10L));

    @Test
    void shouldFindNothingInHonestOrders() {
        audit.happened(PLACED, PAID, made(1, Dispatch.AUTO), new DeliveryCompleted(1L, "HSI"));
        audit.showed(stock(7));
        audit.happened(placed(2, THREE, 13_500), new ItemRestocked("latte", 1L)).showed(stock(5));
        assertThat(audit.laws()).isEmpty();
    }

    @Test
    void shouldFindStockBelowNothing() {
        audit.happened(placed(1, new Line("latte", "Latte", 1L, 11L, 11L), 11));
        assertThat(audit.laws()).containsExactly(CafeLaws.STOCK);
    }

    @Test
    void shouldFindStockThatDoesNotAddUpAndTellOfItOnce() {
        audit.happened(PLACED).showed(stock(8)).showed(stock(8));
        assertThat(audit.laws()).containsExactly(CafeLaws.ON_HAND);
    }

    @Test
    void shouldFindMoreGivenBackThanWasTaken() {
        audit.happened(PLACED, canceled(4));
        assertThat(audit.laws()).containsExactly(CafeLaws.RESTORED);
    }

    @Test
    void shouldFindANumberLeftOut() {
        audit.happened(placed(2, THREE, 13_500));
        assertThat(audit.laws()).containsExactly(Steps.NUMBER);
    }

    @Test
    void shouldFindAnAmountThatIsNotTheLines() {
        audit.happened(placed(1, THREE, 13_499));
        assertThat(audit.laws()).containsExactly(CafeLaws.AMOUNT);
    }

    @Test
    void shouldFindAnotherSumPaidThanWasDue() {
        audit.happened(PLACED, new PaymentApproved(1L, "HSI", List.of(THREE), 1L));
        assertThat(audit.laws()).containsExactly(CafeLaws.PAID);
    }

    @Test
    void shouldFindAnOrderThatEndsTwice() {
        audit.happened(PLACED, PAID, made(1, Dispatch.RIDER), CANCELED);
        assertThat(audit.laws()).contains(Steps.STEP);
    }

    @Test
    void shouldFindAnOrderCanceledTwice() {
        audit.happened(PLACED, CANCELED, CANCELED);
        assertThat(audit.laws()).containsExactly(Steps.STEP, CafeLaws.RESTORED);
    }

    @Test
    void shouldFindWhatWasMadeUnpaidOrTwice() {
        audit.happened(PLACED, made(1, Dispatch.AUTO));
        assertThat(audit.laws()).containsExactly(Steps.STEP);
        audit.happened(PAID, made(1, Dispatch.AUTO), made(1, Dispatch.AUTO));
        assertThat(audit.laws()).containsExactly(Steps.STEP, Steps.STEP);
    }

    @Test
    void shouldFindADeliveryThatNeverLeft() {
        audit.happened(PLACED, PAID, made(1, Dispatch.RIDER), new DeliveryCompleted(1L, "HSI"));
        assertThat(audit.laws()).containsExactly(Steps.STEP);
        audit.happened(new DeliveryStarted(1L, "HSI"), new DeliveryStarted(1L, "HSI"));
        assertThat(audit.laws()).containsExactly(Steps.STEP, Steps.STEP);
    }

    /** Whatever people do at a real desk, and in whatever order: nothing of it is a violation. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shouldFindNothingInALongRandomLife(final long seed) {
        final Random random = new Random(seed);
        final DeskTrial desk = DeskTrial.at(Cafe.BUSINESS, "gangnam");
        for (int n = 0; n < 1_000; n++) {
            if (random.nextInt(20) == 0) {
                desk.ring(Duration.ofMinutes(3));
            } else {
                desk.when(any(random));
            }
        }
        final AuditTrial honest = AuditTrial.of(Cafe.BUSINESS).life(desk);
        assertThat(honest.found()).isEmpty();
        assertThat(desk.journal()).hasSizeGreaterThan(100);
    }

    private static SpecificRecord any(final Random random) {
        final String item = List.of("latte", "mocha", "tea").get(random.nextInt(3));
        final long order = 1L + random.nextInt(150);
        return switch (random.nextInt(14)) {
            case 0 -> new RegisterItem(item, item, 1_000L + random.nextInt(9_000), 10L);
            case 1 -> new RestockItem(item, 1L + random.nextInt(20));
            case 2 -> random.nextInt(5) > 0 ? new RestockItem(item, 30L) : new RemoveItem(item);
            case 3 -> new SetHouseRules(null, random.nextBoolean() ? Dispatch.AUTO : Dispatch.RIDER, "PT10M");
            case 4 -> new CancelOrder(order);
            case 5 -> new CancelPayment(order);
            case 6, 7 -> new ApprovePayment(order);
            case 8 -> new CompleteProduction(order);
            case 9 -> new StartDelivery(order);
            case 10 -> new CompleteDelivery(order);
            default -> order("HSI", random.nextBoolean() ? TAKEOUT : DELIVERY, item, 1L + random.nextInt(4));
        };
    }

    private static OrderPlaced placed(final long number, final Line line, final long amount) {
        return new OrderPlaced(number, "HSI", DELIVERY, List.of(line), amount);
    }

    private static OrderCanceled canceled(final long restored) {
        return new OrderCanceled(
                1L,
                "HSI",
                OrderStatus.CANCELED,
                null,
                List.of(THREE),
                List.of(new Want("latte", restored)),
                DeskTrial.NOON);
    }

    private static ProductionCompleted made(final long number, final Dispatch dispatch) {
        return new ProductionCompleted(number, "HSI", DELIVERY, dispatch, List.of("latte"));
    }

    private static Item stock(final long stock) {
        return new Item("latte", "Latte", 4500L, stock, DeskTrial.NOON);
    }
}

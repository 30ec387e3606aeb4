package io.millrace.rental;

import static io.millrace.rental.Depots.AUTO;
import static io.millrace.rental.Depots.MANAGER;
import static io.millrace.rental.Depots.PAUSED;
import static io.millrace.rental.Depots.approve;
import static io.millrace.rental.Depots.cancel;
import static io.millrace.rental.Depots.equipment;
import static io.millrace.rental.Depots.giveBack;
import static io.millrace.rental.Depots.order;
import static io.millrace.rental.Depots.reject;
import static io.millrace.rental.Depots.restock;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.RefusalKind;
import io.millrace.schemas.Step;
import io.millrace.schemas.rental.ApprovalStatus;
import io.millrace.schemas.rental.ApproveOrder;
import io.millrace.schemas.rental.Equipment;
import io.millrace.schemas.rental.Order;
import io.millrace.schemas.rental.OrderPlaced;
import io.millrace.schemas.rental.OrderStatus;
import io.millrace.schemas.rental.RegisterEquipment;
import io.millrace.testkit.DeskTrial;
import java.util.List;
import org.junit.jupiter.api.Test;

class DepotDeskTest {

    private final DeskTrial depot =
            DeskTrial.at(Rental.BUSINESS, "seoul").given(equipment("drill", 5), equipment("saw", 1));

    @Test
    void shouldApproveAnOrderAsItIsTaken() {
        depot.when(order("HSI", "drill", 2)).then(new OrderPlaced(1L, "HSI", "drill", "The drill", 2L, true));

        final Order order = depot.shown(Order.class);
        assertThat(order.getStatus()).isEqualTo(OrderStatus.APPROVED);
        assertThat(order.getApproval().getStatus()).isEqualTo(ApprovalStatus.APPROVED);
        assertThat(order.getHistory()).extracting(Step::getStatus).containsExactly("APPROVED");
        thenDrillsAre(3, 2, 0);
    }

    @Test
    void shouldLeaveNothingBehindOfAnOrderThatCannotHaveItsEquipment() {
        depot.when(order("HSI", "drill", 6))
                .thenRefused("OUT_OF_STOCK")
                .hinting("item", "drill")
                .hinting("available", 5L);
        assertThat(depot.refusal().getKind()).isEqualTo(RefusalKind.UNPROCESSABLE);
        assertThat(depot.books().all(DepotBooks.ORDERS)).isEmpty();

        depot.when(order("HSI", "drill", 5));
        assertThat(depot.shown(Order.class).getNumber()).isEqualTo(1);
        thenDrillsAre(0, 5, 0);
    }

    @Test
    void shouldTakeOrdersOfMoreThanThereIsWhenSomebodyDecidesLater() {
        for (final var mode : List.of(MANAGER, PAUSED)) {
            depot.given(mode).when(order("HSI", "drill", 600));
            final Order order = depot.shown(Order.class);
            assertThat(order.getStatus()).isEqualTo(OrderStatus.ORDERED);
            assertThat(order.getApproval().getStatus()).isEqualTo(ApprovalStatus.REQUESTED);
        }
        thenDrillsAre(5, 0, 1200);
    }

    @Test
    void shouldTakeTheStockWhenTheManagerApproves() {
        depot.given(MANAGER, order("HSI", "drill", 2)).when(approve(1));

        final Order order = depot.shown(Order.class);
        assertThat(order.getStatus()).isEqualTo(OrderStatus.APPROVED);
        assertThat(order.getApproval().getBy()).isEqualTo("boss");
        assertThat(order.getHistory()).extracting(Step::getStatus).containsExactly("ORDERED", "APPROVED");
        thenDrillsAre(3, 2, 0);
    }

    @Test
    void shouldLeaveAnOrderRequestedThatCannotBeApprovedYet() {
        depot.given(MANAGER, order("HSI", "drill", 6))
                .when(approve(1))
                .thenRefused("OUT_OF_STOCK")
                .hinting("item", "drill")
                .hinting("available", 5L);
        assertThat(depot.refusal().getKind()).isEqualTo(RefusalKind.CONFLICT);
        assertThat(order(depot.books(), 1).getApproval().getStatus()).isEqualTo(ApprovalStatus.REQUESTED);

        depot.given(restock("drill", 1), approve(1));
        thenDrillsAre(0, 6, 0);
    }

    @Test
    void shouldTakeNothingWhenTheManagerRejects() {
        depot.given(MANAGER, order("HSI", "drill", 2)).when(reject(1));
        assertThat(depot.shown(Order.class).getApproval().getStatus()).isEqualTo(ApprovalStatus.REJECTED);
        thenDrillsAre(5, 0, 0);
    }

    @Test
    void shouldGiveStockBackOfAnApprovedOrderThatIsCancelled() {
        depot.given(order("HSI", "drill", 2), cancel(1));
        assertThat(order(depot.books(), 1).getApproval().getStatus()).isEqualTo(ApprovalStatus.CANCELLED);
        thenDrillsAre(5, 0, 0);
    }

    @Test
    void shouldGiveNothingBackOfAnOrderCancelledBeforeItsApproval() {
        depot.given(MANAGER, order("HSI", "drill", 2), cancel(1));
        thenDrillsAre(5, 0, 0);
    }

    @Test
    void shouldNeverCancelTwice() {
        depot.given(order("HSI", "drill", 2), cancel(1))
                .when(cancel(1))
                .thenRefused("WRONG_STATE")
                .hinting("state", "CANCELLED");
        thenDrillsAre(5, 0, 0);
    }

    @Test
    void shouldReturnNothingAfterACancellation() {
        depot.given(order("HSI", "drill", 2), cancel(1))
                .when(giveBack(1))
                .thenRefused("WRONG_STATE")
                .hinting("state", "CANCELLED");
        thenDrillsAre(5, 0, 0);
    }

    @Test
    void shouldCancelNothingThatCameBack() {
        depot.given(order("HSI", "drill", 2), giveBack(1))
                .when(cancel(1))
                .thenRefused("WRONG_STATE")
                .hinting("state", "RETURNED");
        thenDrillsAre(5, 0, 0);
    }

    @Test
    void shouldApproveNothingThatIsCancelled() {
        depot.given(MANAGER, order("HSI", "drill", 2), cancel(1))
                .when(approve(1))
                .thenRefused("WRONG_STATE")
                .hinting("state", "CANCELLED");
        thenDrillsAre(5, 0, 0);
    }

    @Test
    void shouldLetOneOfTwoManagersApprove() {
        depot.given(MANAGER, order("HSI", "drill", 2), new ApproveOrder(1L, "kim"))
                .when(new ApproveOrder(1L, "lee"))
                .thenRefused("WRONG_STATE")
                .hinting("state", "APPROVED");
        assertThat(order(depot.books(), 1).getApproval().getBy()).isEqualTo("kim");
        thenDrillsAre(3, 2, 0);
    }

    @Test
    void shouldLetTheFirstOfTwoManagersWhoDisagreeDecide() {
        depot.given(MANAGER, order("HSI", "drill", 2), reject(1))
                .when(approve(1))
                .thenRefused("WRONG_STATE");
        thenDrillsAre(5, 0, 0);
    }

    @Test
    void shouldRefuseEquipmentThatIsThereAlready() {
        depot.when(equipment("drill", 9)).thenRefused("ITEM_EXISTS").hinting("item", "drill");
    }

    @Test
    void shouldRefuseAnOrderOfEquipmentNobodyKnowsWhateverTheHouseRules() {
        for (final var mode : List.of(AUTO, MANAGER, PAUSED)) {
            depot.given(mode)
                    .when(order("HSI", "crane", 1))
                    .thenRefused("UNKNOWN_ITEM")
                    .hinting("item", "crane");
            assertThat(depot.refusal().getKind()).isEqualTo(RefusalKind.UNPROCESSABLE);
        }
    }

    @Test
    void shouldSayWhatIsNotThere() {
        depot.when(restock("crane", 1)).thenRefused("NOT_FOUND");
        depot.when(approve(7)).thenRefused("NOT_FOUND");
        depot.when(reject(7)).thenRefused("NOT_FOUND");
        depot.when(cancel(7)).thenRefused("NOT_FOUND");
        depot.when(giveBack(7)).thenRefused("NOT_FOUND");
    }

    @Test
    void shouldRefuseValuesOutOfRangeWhoeverSendsThem() {
        depot.when(order("HSI", "drill", 0)).thenRefused("MALFORMED");
        depot.when(order("HSI", "drill", 10_001)).thenRefused("MALFORMED");
        depot.when(order("H S I", "drill", 1)).thenRefused("MALFORMED");
        depot.when(restock("drill", -1)).thenRefused("MALFORMED");
        depot.when(equipment("crane", 1_000_001)).thenRefused("MALFORMED");
        depot.when(new RegisterEquipment("Crane!", "Crane", null, 1L)).thenRefused("MALFORMED");
    }

    @Test
    void shouldShowEquipmentAsItWasRegistered() {
        depot.when(new RegisterEquipment("crane", "Crane", "heavy", 0L));
        final Equipment crane = depot.shown(Equipment.class);
        assertThat(crane.getCategory()).isEqualTo("heavy");
        assertThat(crane.getStock()).isZero();
    }

    private void thenDrillsAre(final long onHand, final long lent, final long waiting) {
        final Equipment drill = equipment(depot.books(), "drill");
        assertThat(drill.getStock()).as("on hand").isEqualTo(onHand);
        assertThat(drill.getLent()).as("lent").isEqualTo(lent);
        assertThat(drill.getWaiting()).as("waiting").isEqualTo(waiting);
    }
}

package io.millrace.rental;

import static io.millrace.rental.Depots.AUTO;
import static io.millrace.rental.Depots.MANAGER;
import static io.millrace.rental.Depots.PAUSED;
import static io.millrace.rental.Depots.WORK;
import static io.millrace.rental.Depots.approve;
import static io.millrace.rental.Depots.cancel;
import static io.millrace.rental.Depots.equipment;
import static io.millrace.rental.Depots.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.backbone.Moment;
import io.millrace.backbone.Reaction;
import io.millrace.schemas.rental.ApprovalMode;
import io.millrace.schemas.rental.BacklogWorked;
import io.millrace.schemas.rental.HouseRulesSet;
import io.millrace.schemas.rental.OrderApproved;
import io.millrace.schemas.rental.OrderPlaced;
import io.millrace.schemas.rental.OrderRejected;
import io.millrace.schemas.rental.OrderStatus;
import io.millrace.schemas.rental.RentalEvent;
import io.millrace.testkit.DeskTrial;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What waits since a pause, and how it is worked off. */
class BacklogTest {

    /** The order after as many as are decided at once. */
    private static final long NEXT = BacklogRules.STEP + 1;

    private final DeskTrial depot =
            DeskTrial.at(Rental.BUSINESS, "seoul").given(equipment("drill", 5), equipment("saw", 5));

    @Test
    void shouldApproveWhatWaitsOldestFirstAndRejectWhatThereIsNoStockFor() {
        depot.given(PAUSED, order("HSI", "drill", 3), order("KIM", "drill", 3), order("LEE", "drill", 2))
                .when(AUTO)
                .then(
                        new HouseRulesSet(null, ApprovalMode.AUTO, false),
                        new OrderApproved(1L, "HSI", "drill", 3L, null),
                        new OrderRejected(2L, "KIM", "drill", 3L, null, "OUT_OF_STOCK"),
                        new OrderApproved(3L, "LEE", "drill", 2L, null));
        assertThat(order(depot.books(), 2).getReason()).isEqualTo("OUT_OF_STOCK");
        assertThat(equipment(depot.books(), "drill").getStock()).isZero();
        depot.when(WORK).then();
    }

    @Test
    void shouldLeaveWhatWasRejectedToWhoeverOrdersNext() {
        depot.given(PAUSED, order("HSI", "drill", 6), AUTO)
                .when(order("KIM", "drill", 5))
                .thenHappened(OrderPlaced.class);
    }

    @Test
    void shouldAskForTheNextStepOnlyWhileThereIsOne() {
        depot.given(AUTO);
        assertThat(follows()).isEmpty();
        depot.given(PAUSED, AUTO);
        assertThat(follows()).as("nobody waits").isEmpty();
        depot.given(PAUSED, order("HSI", "drill", 1), AUTO);
        assertThat(follows()).as("decided at once").isEmpty();
        paused(BacklogRules.STEP + 1).given(AUTO);
        assertThat(follows()).containsExactly(new Reaction("seoul", WORK));
        depot.given(WORK);
        assertThat(follows()).isEmpty();
    }

    @Test
    void shouldWorkOffALongQueueInSteps() {
        paused(2 * BacklogRules.STEP + 1).given(AUTO);
        int steps = 0;
        while (!follows().isEmpty()) {
            assertThat(depot.events()).hasSize(BacklogRules.STEP + 1);
            depot.given(WORK);
            steps++;
        }
        assertThat(steps).isEqualTo(2);
        assertThat(depot.books().all(DepotBooks.WAITING)).isEmpty();
        assertThat(depot.books().all(DepotBooks.BACKLOG)).isEmpty();
        assertThat(equipment(depot.books(), "saw").getLent()).isEqualTo(5);
        assertThat(order(depot.books(), 5).getStatus()).isEqualTo(OrderStatus.APPROVED);
        assertThat(order(depot.books(), 6).getStatus()).isEqualTo(OrderStatus.REJECTED);
    }

    @Test
    void shouldNotLetANewOrderOvertakeThoseThatWait() {
        paused(BacklogRules.STEP)
                .given(order("HSI", "drill", 4), AUTO)
                .when(order("KIM", "drill", 2))
                .thenRefused("OUT_OF_STOCK")
                .hinting("available", 1L);
        depot.when(order("KIM", "drill", 1)).thenHappened(OrderPlaced.class);
        depot.given(WORK);
        assertThat(order(depot.books(), NEXT).getStatus()).isEqualTo(OrderStatus.APPROVED);
    }

    @Test
    void shouldStopWhenTheDepotPausesAgainAndLaterGoOn() {
        paused(BacklogRules.STEP)
                .given(order("HSI", "drill", 1), AUTO, PAUSED)
                .when(WORK)
                .then();
        depot.when(AUTO).thenHappened(HouseRulesSet.class, OrderApproved.class);
    }

    @Test
    void shouldLeaveOrdersOfAPauseToTheManagerWhenTheDepotHasOneNow() {
        depot.given(PAUSED, order("HSI", "drill", 1), MANAGER);
        assertThat(follows()).isEmpty();
        depot.when(WORK).then();
        depot.when(AUTO).thenHappened(HouseRulesSet.class);
        assertThat(follows()).as("a manager's orders stay the manager's").isEmpty();
        depot.given(approve(1));
        assertThat(equipment(depot.books(), "drill").getLent()).isEqualTo(1);
    }

    @Test
    void shouldPassOverWhatWasDecidedMeanwhile() {
        paused(BacklogRules.STEP)
                .given(order("HSI", "drill", 1), order("KIM", "drill", 1), order("LEE", "drill", 1), AUTO)
                .given(cancel(NEXT), approve(NEXT + 2))
                .when(WORK)
                .then(new OrderApproved(NEXT + 1, "KIM", "drill", 1L, null), new BacklogWorked(1L, false));
    }

    @Test
    void shouldEndTheBacklogWhenAllOfItWasDecidedMeanwhile() {
        paused(BacklogRules.STEP)
                .given(order("HSI", "drill", 5), AUTO, cancel(NEXT))
                .when(WORK)
                .then(new BacklogWorked(0L, false));
        depot.when(order("KIM", "drill", 5)).thenHappened(OrderPlaced.class);
    }

    @Test
    void shouldGoOnWhenTheRulesAreSetAgainInBetween() {
        paused(BacklogRules.STEP)
                .given(order("HSI", "drill", 1), AUTO, AUTO)
                .when(WORK)
                .thenHappened(OrderApproved.class, BacklogWorked.class);
    }

    /** So many orders wait for saws. */
    private DeskTrial paused(final int orders) {
        depot.given(PAUSED);
        for (int n = 0; n < orders; n++) {
            depot.given(order("HSI", "saw", 1));
        }
        return depot;
    }

    /** What the last command's events lead to. */
    private List<Reaction> follows() {
        final Moment moment = new Moment("seoul", DeskTrial.NOON, null);
        return depot.events().stream()
                .flatMap(event -> BacklogRules.reactions((RentalEvent) event, moment).stream())
                .toList();
    }
}

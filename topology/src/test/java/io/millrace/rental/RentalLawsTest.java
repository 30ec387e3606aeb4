package io.millrace.rental;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.backbone.Steps;
import io.millrace.schemas.rental.Equipment;
import io.millrace.schemas.rental.EquipmentRegistered;
import io.millrace.schemas.rental.EquipmentRestocked;
import io.millrace.schemas.rental.OrderApproved;
import io.millrace.schemas.rental.OrderCancelled;
import io.millrace.schemas.rental.OrderPlaced;
import io.millrace.schemas.rental.OrderRejected;
import io.millrace.schemas.rental.OrderReturned;
import io.millrace.testkit.AuditTrial;
import io.millrace.testkit.DeskTrial;
import org.junit.jupiter.api.Test;

/** Journals of a depot that break a law each, which the audit must notice, and honest ones. */
class RentalLawsTest {

    private final AuditTrial audit =
            AuditTrial.of(Rental.BUSINESS).happened(new EquipmentRegistered("drill", "Drill", null, 5L));

    @Test
    void shouldFindNothingInAnHonestDepot() {
        audit.happened(placed(1, 2, true), placed(2, 3, false), approved(2, 3), returned(1, 2));
        audit.happened(placed(3, 1, false), new OrderRejected(3L, "HSI", "drill", 1L, null, null));
        audit.happened(cancelled(2, 3, true), placed(4, 1, false), new EquipmentRestocked("drill", 1L));
        audit.showed(new Equipment("drill", "Drill", null, 6L, 0L, 1L, DeskTrial.NOON));
        assertThat(audit.laws()).isEmpty();
    }

    @Test
    void shouldFindMoreLentThanThereWas() {
        audit.happened(placed(1, 6, true));
        assertThat(audit.laws()).containsExactly(RentalLaws.STOCK);
    }

    @Test
    void shouldFindBooksThatDoNotAddUp() {
        audit.happened(placed(1, 2, true)).showed(new Equipment("drill", "Drill", null, 5L, 2L, 1L, DeskTrial.NOON));
        assertThat(audit.laws()).containsExactly(RentalLaws.ADDS_UP, RentalLaws.ADDS_UP);
    }

    @Test
    void shouldFindStockThatComesBackTwice() {
        audit.happened(placed(1, 2, true), returned(1, 2), cancelled(1, 2, true));
        assertThat(audit.laws()).containsExactly(Steps.STEP, RentalLaws.QUANTITY);
    }

    @Test
    void shouldFindStockThatComesBackButNeverLeft() {
        audit.happened(placed(1, 2, false), cancelled(1, 2, true));
        assertThat(audit.laws()).containsExactly(Steps.STEP);
    }

    @Test
    void shouldFindMoreComingBackThanWasLent() {
        audit.happened(placed(1, 2, true), returned(1, 3));
        assertThat(audit.laws()).containsExactly(RentalLaws.QUANTITY);
    }

    @Test
    void shouldFindAnOrderApprovedTwice() {
        audit.happened(placed(1, 1, false), approved(1, 1), approved(1, 1));
        assertThat(audit.laws()).containsExactly(Steps.STEP);
    }

    @Test
    void shouldFindANumberLeftOut() {
        audit.happened(placed(2, 1, true));
        assertThat(audit.laws()).containsExactly(Steps.NUMBER);
    }

    @Test
    void shouldFindNothingInRandomHistories() {
        for (long seed = 0; seed < 50; seed++) {
            final RandomDepot depot = new RandomDepot(Rental.BUSINESS, seed);
            depot.live(90);
            final AuditTrial honest = AuditTrial.of(Rental.BUSINESS);
            depot.journal().forEach(honest::read);
            assertThat(honest.found()).as("seed %d", seed).isEmpty();
        }
    }

    private static OrderPlaced placed(final long number, final long quantity, final boolean approved) {
        return new OrderPlaced(number, "HSI", "drill", "Drill", quantity, approved);
    }

    private static OrderApproved approved(final long number, final long quantity) {
        return new OrderApproved(number, "HSI", "drill", quantity, null);
    }

    private static OrderReturned returned(final long number, final long quantity) {
        return new OrderReturned(number, "HSI", "drill", quantity);
    }

    private static OrderCancelled cancelled(final long number, final long quantity, final boolean lent) {
        return new OrderCancelled(number, "HSI", "drill", quantity, lent);
    }
}

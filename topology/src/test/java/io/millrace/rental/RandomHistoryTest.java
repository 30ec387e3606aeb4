package io.millrace.rental;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.backbone.Books;
import io.millrace.backbone.Business;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Rows;
import io.millrace.backbone.Rules;
import io.millrace.backbone.Ruling;
import io.millrace.schemas.rental.ApprovalCommand;
import io.millrace.schemas.rental.ApproveOrder;
import io.millrace.schemas.rental.BacklogCommand;
import io.millrace.schemas.rental.BacklogWorked;
import io.millrace.schemas.rental.CancelOrder;
import io.millrace.schemas.rental.EquipmentCommand;
import io.millrace.schemas.rental.HouseRulesSet;
import io.millrace.schemas.rental.Order;
import io.millrace.schemas.rental.OrderApproved;
import io.millrace.schemas.rental.OrderCancelled;
import io.millrace.schemas.rental.OrderCommand;
import io.millrace.schemas.rental.OrderPlaced;
import io.millrace.schemas.rental.OrderRejected;
import io.millrace.schemas.rental.OrderReturned;
import io.millrace.schemas.rental.OrderStatus;
import io.millrace.schemas.rental.PlaceOrder;
import io.millrace.schemas.rental.RentalAlarm;
import io.millrace.schemas.rental.RentalCommand;
import io.millrace.schemas.rental.RentalEvent;
import io.millrace.schemas.rental.RentalJournal;
import io.millrace.schemas.rental.RentalReceipt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Hundreds of depots, each with a history of its own: what is brought is on hand or lent, at every point of each journal. */
class RandomHistoryTest {

    private static final int SEEDS = 400;
    private static final int STEPS = 90;

    @Test
    void shouldAddUpAtEveryPointOfAnyHistory() {
        final Map<Class<?>, Integer> happened = new HashMap<>();
        long longQueues = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            final RandomDepot depot = new RandomDepot(Rental.BUSINESS, seed);
            live(depot, seed);
            assertThat(depot.books().all(DepotBooks.BACKLOG)).as("seed " + seed).isEmpty();
            longQueues += depot.journal().stream()
                    .filter(entry -> entry.event() instanceof BacklogWorked e && e.getMore())
                    .count();
            depot.journal().forEach(entry -> happened.merge(entry.event().getClass(), 1, Integer::sum));
        }
        assertThat(happened.keySet())
                .as("histories in which little happens prove little")
                .contains(
                        OrderPlaced.class,
                        OrderApproved.class,
                        OrderRejected.class,
                        OrderCancelled.class,
                        OrderReturned.class,
                        BacklogWorked.class);
        assertThat(happened.get(BacklogWorked.class)).isGreaterThan(SEEDS / 40);
        assertThat(longQueues).as("queues longer than two steps").isPositive();
    }

    private static void live(final RandomDepot depot, final long seed) {
        try {
            depot.live(STEPS);
        } catch (final AssertionError | IllegalArgumentException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }

    @Test
    void shouldCatchADeskThatCancelsTwice() {
        caught("on hand and lent of", new Saboteur() {
            @Override
            public Ruling<RentalCommand, RentalEvent> rule(
                    final RentalCommand command, final Books books, final Moment moment) {
                return command instanceof CancelOrder c
                        ? books.find(DepotBooks.ORDERS, c.getNumber())
                                .filter(order -> order.getStatus() == OrderStatus.CANCELLED)
                                .map(Saboteur::cancelled)
                                .orElseGet(() -> super.rule(command, books, moment))
                        : super.rule(command, books, moment);
            }
        });
    }

    @Test
    void shouldCatchADeskThatLendsWhatItHasNot() {
        caught("below nothing", new Saboteur() {
            @Override
            public Ruling<RentalCommand, RentalEvent> rule(
                    final RentalCommand command, final Books books, final Moment moment) {
                return command instanceof ApproveOrder c
                        ? books.find(DepotBooks.ORDERS, c.getNumber())
                                .filter(order -> order.getStatus() == OrderStatus.ORDERED)
                                .map(order ->
                                        Ruling.<RentalCommand, RentalEvent>accept(OrderRules.approved(order, "boss")))
                                .orElseGet(Ruling::accept)
                        : super.rule(command, books, moment);
            }
        });
    }

    @Test
    void shouldCatchADeskThatKeepsAnOrderWithoutItsApproval() {
        caught("approved at once", new Saboteur() {
            @Override
            public Ruling<RentalCommand, RentalEvent> rule(
                    final RentalCommand command, final Books books, final Moment moment) {
                return command instanceof PlaceOrder c
                                && books.find(DepotBooks.EQUIPMENT, c.getEquipment())
                                        .isPresent()
                        ? Ruling.accept(new OrderPlaced(
                                books.next(DepotBooks.ORDERS),
                                c.getEmployee(),
                                c.getEquipment(),
                                "",
                                c.getQuantity(),
                                false))
                        : super.rule(command, books, moment);
            }
        });
    }

    @Test
    void shouldCatchADeskThatServesTheYoungestFirst() {
        caught("oldest that waits", new Saboteur() {
            @Override
            public Ruling<RentalCommand, RentalEvent> rule(
                    final RentalCommand command, final Books books, final Moment moment) {
                return super.rule(command, books, moment) instanceof Ruling.Yes<RentalCommand, RentalEvent> yes
                        ? Ruling.accept(youngestFirst(yes.events()))
                        : super.rule(command, books, moment);
            }
        });
    }

    @Test
    void shouldCatchAFoldThatForgetsWhatIsReturned() {
        caught("on hand and lent of", new Saboteur() {
            @Override
            public void fold(final RentalEvent event, final Rows rows, final Moment moment) {
                if (event instanceof OrderReturned e) {
                    rows.change(DepotBooks.ORDERS, e.getNumber(), order -> OrderLife.returned(order, moment.now()));
                } else {
                    super.fold(event, rows, moment);
                }
            }
        });
    }

    @Test
    void shouldCatchTotalsThatStillWaitForWhatIsRejected() {
        caught("waiting for", new Saboteur() {
            @Override
            public void fold(final RentalEvent event, final Rows rows, final Moment moment) {
                if (event instanceof OrderRejected e) {
                    rows.change(DepotBooks.ORDERS, e.getNumber(), order -> OrderLife.rejected(order, e, moment.now()));
                    rows.remove(DepotBooks.WAITING, e.getNumber());
                } else {
                    super.fold(event, rows, moment);
                }
            }
        });
    }

    private static List<RentalEvent> youngestFirst(final List<RentalEvent> events) {
        final List<RentalEvent> turned = new ArrayList<>(events);
        final int before = !events.isEmpty() && events.getFirst() instanceof HouseRulesSet ? 1 : 0;
        final int after = !events.isEmpty() && events.getLast() instanceof BacklogWorked ? 1 : 0;
        if (before + after > 0) {
            Collections.reverse(turned.subList(before, turned.size() - after));
        }
        return turned;
    }

    /** Caught, and for what it does: not by a check that stumbles over something else. */
    private static void caught(final String why, final Rules<RentalCommand, RentalEvent> saboteur) {
        final Business sabotaged = Business.named("rental")
                .input("equipment", EquipmentCommand.class, "warehouse")
                .input("orders", OrderCommand.class, "employee")
                .input("approvals", ApprovalCommand.class, "manager")
                .input("approvals-desk", BacklogCommand.class, "backbone")
                .says(RentalAlarm.class, RentalJournal.class, RentalReceipt.class)
                .rules(saboteur)
                .house(DepotBooks.HOUSE, DepotBooks::defaultHouse)
                .reactions(BacklogRules::reactions)
                .declare();
        assertThatThrownBy(() -> {
                    for (long seed = 0; seed < 20; seed++) {
                        live(new RandomDepot(sabotaged, seed), seed);
                    }
                })
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(why);
    }

    /** An honest desk, for a saboteur to change one thing about. */
    private static class Saboteur implements Rules<RentalCommand, RentalEvent> {

        private final DepotDesk honest = new DepotDesk();

        @Override
        public Ruling<RentalCommand, RentalEvent> rule(
                final RentalCommand command, final Books books, final Moment moment) {
            return honest.rule(command, books, moment);
        }

        @Override
        public void fold(final RentalEvent event, final Rows rows, final Moment moment) {
            honest.fold(event, rows, moment);
        }

        static Ruling<RentalCommand, RentalEvent> cancelled(final Order order) {
            return Ruling.accept(new OrderCancelled(
                    order.getNumber(), order.getEmployee(), order.getEquipment(), order.getQuantity(), true));
        }
    }
}

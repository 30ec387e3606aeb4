package io.millrace.rental;

import io.millrace.backbone.Access;
import io.millrace.backbone.Business;
import io.millrace.backbone.Form;
import io.millrace.backbone.Listing;
import io.millrace.backbone.Personal;
import io.millrace.backbone.Pushes;
import io.millrace.backbone.View;
import io.millrace.schemas.Push;
import io.millrace.schemas.rental.ApprovalCommand;
import io.millrace.schemas.rental.ApprovalStatus;
import io.millrace.schemas.rental.ApproveOrder;
import io.millrace.schemas.rental.BacklogCommand;
import io.millrace.schemas.rental.CancelOrder;
import io.millrace.schemas.rental.EquipmentCommand;
import io.millrace.schemas.rental.Order;
import io.millrace.schemas.rental.OrderCommand;
import io.millrace.schemas.rental.OrderStatus;
import io.millrace.schemas.rental.PlaceOrder;
import io.millrace.schemas.rental.RegisterEquipment;
import io.millrace.schemas.rental.RejectOrder;
import io.millrace.schemas.rental.RentalAlarm;
import io.millrace.schemas.rental.RentalJournal;
import io.millrace.schemas.rental.RentalReceipt;
import io.millrace.schemas.rental.RestockEquipment;
import io.millrace.schemas.rental.ReturnOrder;
import io.millrace.schemas.rental.SetHouseRules;

/** Rental, as a table of contents. */
public final class Rental {

    private static final Access MANAGER = Access.by("manager");
    private static final Access MANAGER_OR_EMPLOYEE = MANAGER.orThe("employee");

    public static final Business BUSINESS = Business.named("rental")
            .desks("depots", "depot")
            .input("equipment", EquipmentCommand.class, "warehouse")
            .input("orders", OrderCommand.class, "employee")
            .input("approvals", ApprovalCommand.class, "manager")
            .input("approvals-desk", BacklogCommand.class, "backbone")
            .says(RentalAlarm.class, RentalJournal.class, RentalReceipt.class)
            .rules(new DepotDesk())
            .house(DepotBooks.HOUSE, DepotBooks::defaultHouse)
            .houseSeenBy(Access.ANYBODY)
            .keeps(DepotBooks.EQUIPMENT, DepotBooks.ORDERS, DepotBooks.WAITING, DepotBooks.BACKLOG)
            .forms(
                    Form.set(SetHouseRules.class).by(MANAGER),
                    Form.make("equipment", RegisterEquipment.class).by(MANAGER),
                    Form.make("equipment/{equipment}/restocks", RestockEquipment.class)
                            .by(MANAGER),
                    Form.make("orders", PlaceOrder.class).by(MANAGER_OR_EMPLOYEE),
                    Form.step("orders/{number}")
                            .to("CANCELLED", CancelOrder.class)
                            .to("RETURNED", ReturnOrder.class)
                            .by(MANAGER_OR_EMPLOYEE),
                    Form.step("approvals/{number}")
                            .to("APPROVED", ApproveOrder.class)
                            .to("REJECTED", RejectOrder.class)
                            .by(Access.by().orAsThemselves("manager", "by")))
            .listings(
                    Listing.of("equipment", DepotBooks.EQUIPMENT).seenBy(Access.ANYBODY),
                    Listing.of("orders", DepotBooks.ORDERS)
                            .seenBy(MANAGER_OR_EMPLOYEE)
                            .filter("status", OrderStatus.class, Order::getStatus)
                            .filterText("employee", "person", Order::getEmployee)
                            .filterText("equipment", "id", Order::getEquipment),
                    Listing.of("approvals", DepotBooks.ORDERS)
                            .as(RentalPages::approval)
                            .seenBy(MANAGER_OR_EMPLOYEE)
                            .filter(
                                    "status",
                                    ApprovalStatus.class,
                                    order -> order.getApproval().getStatus())
                            .filterText("employee", "person", Order::getEmployee),
                    Pushes.listing().seenBy(MANAGER.orThe("person")))
            .views(View.of("mis", RentalMis::page).seenBy(MANAGER))
            .personals(Personal.of("employees", "employee")
                    .track("orders", DepotBooks.ORDERS, Order::getEmployee)
                    .track("pushes", Pushes.SHELF, Push::getPerson))
            .notices(RentalNotices::of)
            .reactions(BacklogRules::reactions)
            .audit(new RentalLaws())
            .declare();

    private Rental() {}
}

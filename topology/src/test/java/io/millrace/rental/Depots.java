package io.millrace.rental;

import io.millrace.backbone.Books;
import io.millrace.schemas.rental.ApprovalMode;
import io.millrace.schemas.rental.ApproveOrder;
import io.millrace.schemas.rental.ApproveWaiting;
import io.millrace.schemas.rental.CancelOrder;
import io.millrace.schemas.rental.Equipment;
import io.millrace.schemas.rental.Order;
import io.millrace.schemas.rental.PlaceOrder;
import io.millrace.schemas.rental.RegisterEquipment;
import io.millrace.schemas.rental.RejectOrder;
import io.millrace.schemas.rental.RestockEquipment;
import io.millrace.schemas.rental.ReturnOrder;
import io.millrace.schemas.rental.SetHouseRules;

/** What tests ask of a depot. */
final class Depots {

    static final SetHouseRules AUTO = new SetHouseRules(null, ApprovalMode.AUTO);
    static final SetHouseRules MANAGER = new SetHouseRules(null, ApprovalMode.MANAGER);
    static final SetHouseRules PAUSED = new SetHouseRules(null, ApprovalMode.PAUSED);
    static final ApproveWaiting WORK = new ApproveWaiting();

    private Depots() {}

    static RegisterEquipment equipment(final String equipment, final long stock) {
        return new RegisterEquipment(equipment, "The " + equipment, null, stock);
    }

    static RestockEquipment restock(final String equipment, final long quantity) {
        return new RestockEquipment(equipment, quantity);
    }

    static PlaceOrder order(final String employee, final String equipment, final long quantity) {
        return new PlaceOrder(employee, equipment, quantity);
    }

    static ApproveOrder approve(final long number) {
        return new ApproveOrder(number, "boss");
    }

    static RejectOrder reject(final long number) {
        return new RejectOrder(number, "boss");
    }

    static CancelOrder cancel(final long number) {
        return new CancelOrder(number);
    }

    static ReturnOrder giveBack(final long number) {
        return new ReturnOrder(number);
    }

    static Equipment equipment(final Books books, final String equipment) {
        return books.find(DepotBooks.EQUIPMENT, equipment).orElseThrow();
    }

    static Order order(final Books books, final long number) {
        return books.find(DepotBooks.ORDERS, number).orElseThrow();
    }
}

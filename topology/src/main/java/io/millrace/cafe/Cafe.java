package io.millrace.cafe;

import io.millrace.backbone.Access;
import io.millrace.backbone.Business;
import io.millrace.backbone.Form;
import io.millrace.backbone.Listing;
import io.millrace.backbone.Personal;
import io.millrace.backbone.Pushes;
import io.millrace.backbone.Tally;
import io.millrace.schemas.Push;
import io.millrace.schemas.cafe.ApprovePayment;
import io.millrace.schemas.cafe.CafeAlarm;
import io.millrace.schemas.cafe.CafeJournal;
import io.millrace.schemas.cafe.CafeReceipt;
import io.millrace.schemas.cafe.CancelOrder;
import io.millrace.schemas.cafe.CancelPayment;
import io.millrace.schemas.cafe.ChangeItem;
import io.millrace.schemas.cafe.CompleteDelivery;
import io.millrace.schemas.cafe.CompleteProduction;
import io.millrace.schemas.cafe.DeliveryCommand;
import io.millrace.schemas.cafe.DeliveryStatus;
import io.millrace.schemas.cafe.MenuCommand;
import io.millrace.schemas.cafe.Order;
import io.millrace.schemas.cafe.OrderCommand;
import io.millrace.schemas.cafe.OrderStatus;
import io.millrace.schemas.cafe.OrderType;
import io.millrace.schemas.cafe.PaymentCommand;
import io.millrace.schemas.cafe.PaymentStatus;
import io.millrace.schemas.cafe.PlaceOrder;
import io.millrace.schemas.cafe.ProductionCommand;
import io.millrace.schemas.cafe.ProductionStatus;
import io.millrace.schemas.cafe.RegisterItem;
import io.millrace.schemas.cafe.RemoveItem;
import io.millrace.schemas.cafe.RestockItem;
import io.millrace.schemas.cafe.SetHouseRules;
import io.millrace.schemas.cafe.StartDelivery;

/** The café, as a table of contents. */
public final class Cafe {

    private static final Access OWNER = Access.by("owner");
    private static final Access COUNTER = Access.by("owner", "cashier");
    private static final Access COUNTER_OR_CUSTOMER = COUNTER.orThe("customer");
    private static final Access BAR = Access.by("owner", "barista");
    private static final Access DELIVERY = Access.by("owner", "rider");
    private static final Access ORDERS =
            Access.by("owner", "barista", "cashier").orThe("customer");

    public static final Business BUSINESS = Business.named("cafe")
            .desks("shops", "shop")
            .input("menu", MenuCommand.class, "owner")
            .input("orders", OrderCommand.class, "kiosk")
            .input("payments", PaymentCommand.class, "payment-provider")
            .input("production", ProductionCommand.class, "barista")
            .input("delivery", DeliveryCommand.class, "rider")
            .says(CafeAlarm.class, CafeJournal.class, CafeReceipt.class)
            .rules(new ShopDesk())
            .house(ShopBooks.HOUSE, ShopBooks::defaultHouse)
            .houseSeenBy(Access.ANYBODY)
            .keeps(ShopBooks.ITEMS, ShopBooks.ORDERS, ShopBooks.OPEN)
            .forms(
                    Form.set(SetHouseRules.class).by(OWNER),
                    Form.make("menu", RegisterItem.class).by(OWNER),
                    Form.change("menu/{item}", ChangeItem.class).by(OWNER),
                    Form.make("menu/{item}/restocks", RestockItem.class).by(OWNER),
                    Form.remove("menu/{item}", RemoveItem.class).by(OWNER),
                    Form.make("orders", PlaceOrder.class).by(COUNTER_OR_CUSTOMER),
                    Form.step("orders/{number}")
                            .to("CANCELED", CancelOrder.class)
                            .by(COUNTER_OR_CUSTOMER),
                    Form.step("payments/{number}")
                            .to("APPROVED", ApprovePayment.class)
                            .to("CANCELED", CancelPayment.class)
                            .by(COUNTER),
                    Form.step("productions/{number}")
                            .to("COMPLETED", CompleteProduction.class)
                            .by(BAR),
                    Form.step("deliveries/{number}")
                            .to("PROGRESS", StartDelivery.class)
                            .to("COMPLETED", CompleteDelivery.class)
                            .by(DELIVERY))
            .listings(
                    Listing.of("menu", ShopBooks.ITEMS).seenBy(Access.ANYBODY),
                    Listing.of("orders", ShopBooks.ORDERS)
                            .seenBy(ORDERS)
                            .filter("status", OrderStatus.class, Order::getStatus)
                            .filter("type", OrderType.class, Order::getType)
                            .filterText("customer", "person", Order::getCustomer),
                    Listing.of("payments", ShopBooks.ORDERS)
                            .as(CafePages::payment)
                            .seenBy(COUNTER_OR_CUSTOMER)
                            .filter("status", PaymentStatus.class, CafePages::paymentStatus)
                            .filterText("customer", "person", Order::getCustomer),
                    Listing.of("productions", ShopBooks.ORDERS)
                            .as(CafePages::production)
                            .seenBy(ORDERS)
                            .filter("status", ProductionStatus.class, CafePages::productionStatus)
                            .filterText("customer", "person", Order::getCustomer),
                    Listing.of("deliveries", ShopBooks.ORDERS)
                            .as(CafePages::delivery)
                            .seenBy(Access.by("owner", "barista", "cashier", "rider")
                                    .orThe("customer"))
                            .filter("status", DeliveryStatus.class, CafePages::deliveryStatus)
                            .filterText("customer", "person", Order::getCustomer),
                    Pushes.listing("order", "customer").seenBy(COUNTER.orThe("person")))
            .personals(Personal.of("customers", "customer")
                    .track("orders", ShopBooks.ORDERS, Order::getCustomer)
                    .track("pushes", Pushes.SHELF, Push::getPerson))
            .remembers(ShopBooks.ITEMS)
            .tally(Tally.of("sales", "item", CafePages::sold).seenBy(OWNER))
            .notices(CafeNotices::of)
            .audit(new CafeLaws())
            .declare();

    private Cafe() {}
}

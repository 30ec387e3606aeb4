package io.millrace.cafe;

import io.millrace.backbone.Business;
import io.millrace.backbone.Form;
import io.millrace.backbone.Listing;
import io.millrace.backbone.Personal;
import io.millrace.backbone.Pushes;
import io.millrace.backbone.Tally;
import io.millrace.schemas.Push;
import io.millrace.schemas.PushState;
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
            .keeps(ShopBooks.ITEMS, ShopBooks.ORDERS, ShopBooks.OPEN)
            .forms(
                    Form.set(SetHouseRules.class),
                    Form.make("menu", RegisterItem.class),
                    Form.change("menu/{item}", ChangeItem.class),
                    Form.make("menu/{item}/restocks", RestockItem.class),
                    Form.remove("menu/{item}", RemoveItem.class),
                    Form.make("orders", PlaceOrder.class),
                    Form.step("orders/{number}").to("CANCELED", CancelOrder.class),
                    Form.step("payments/{number}")
                            .to("APPROVED", ApprovePayment.class)
                            .to("CANCELED", CancelPayment.class),
                    Form.step("productions/{number}").to("COMPLETED", CompleteProduction.class),
                    Form.step("deliveries/{number}")
                            .to("PROGRESS", StartDelivery.class)
                            .to("COMPLETED", CompleteDelivery.class))
            .listings(
                    Listing.of("menu", ShopBooks.ITEMS),
                    Listing.of("orders", ShopBooks.ORDERS)
                            .filter("status", OrderStatus.class, Order::getStatus)
                            .filter("type", OrderType.class, Order::getType)
                            .filterText("customer", Order::getCustomer),
                    Listing.of("payments", ShopBooks.ORDERS)
                            .as(CafePages::payment)
                            .filter("status", PaymentStatus.class, CafePages::paymentStatus),
                    Listing.of("productions", ShopBooks.ORDERS)
                            .as(CafePages::production)
                            .filter("status", ProductionStatus.class, CafePages::productionStatus),
                    Listing.of("deliveries", ShopBooks.ORDERS)
                            .as(CafePages::delivery)
                            .filter("status", DeliveryStatus.class, CafePages::deliveryStatus),
                    Listing.of("pushes", Pushes.SHELF)
                            .as(CafePages::push)
                            .filter("state", PushState.class, Push::getState)
                            .filterText("order", CafePages::orderOf))
            .personals(Personal.of("customers", "customer")
                    .track("orders", ShopBooks.ORDERS, Order::getCustomer)
                    .track("pushes", Pushes.SHELF, Push::getPerson))
            .remembers(ShopBooks.ITEMS)
            .tally(new Tally<>("sales", "item", CafePages::sold))
            .notices(CafeNotices::of)
            .audit(new CafeLaws())
            .declare();

    private Cafe() {}
}

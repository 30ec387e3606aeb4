package io.millrace.coffeeshop;

import io.millrace.backbone.Access;
import io.millrace.backbone.Business;
import io.millrace.backbone.Form;
import io.millrace.backbone.Listing;
import io.millrace.backbone.Personal;
import io.millrace.backbone.Pushes;
import io.millrace.schemas.Push;
import io.millrace.schemas.coffeeshop.AddStock;
import io.millrace.schemas.coffeeshop.CancelOrder;
import io.millrace.schemas.coffeeshop.CoffeeshopAlarm;
import io.millrace.schemas.coffeeshop.CoffeeshopJournal;
import io.millrace.schemas.coffeeshop.CoffeeshopReceipt;
import io.millrace.schemas.coffeeshop.CompleteProduction;
import io.millrace.schemas.coffeeshop.KitchenCommand;
import io.millrace.schemas.coffeeshop.Order;
import io.millrace.schemas.coffeeshop.OrderCommand;
import io.millrace.schemas.coffeeshop.OrderStatus;
import io.millrace.schemas.coffeeshop.PlaceOrder;
import io.millrace.schemas.coffeeshop.ProductionCommand;
import io.millrace.schemas.coffeeshop.ProductionStatus;
import io.millrace.schemas.coffeeshop.RestockProduct;
import io.millrace.schemas.coffeeshop.SetHouseRules;
import io.millrace.schemas.coffeeshop.StockCommand;

/** The coffee shop, as a table of contents. */
public final class Coffeeshop {

    private static final Access OWNER = Access.by("owner");
    private static final Access STAFF = Access.by("owner", "barista");
    private static final Access STAFF_OR_CUSTOMER = STAFF.orThe("customer");

    public static final Business BUSINESS = Business.named("coffeeshop")
            .desks("shops", "shop")
            .input("stocks", StockCommand.class, "owner")
            .input("orders", OrderCommand.class, "kiosk")
            .input("production", ProductionCommand.class, "barista")
            .input("kitchen", KitchenCommand.class, "backbone")
            .says(CoffeeshopAlarm.class, CoffeeshopJournal.class, CoffeeshopReceipt.class)
            .rules(new ShopDesk())
            .house(ShopBooks.HOUSE, ShopBooks::defaultHouse)
            .houseSeenBy(Access.ANYBODY)
            .keeps(ShopBooks.STOCKS, ShopBooks.ORDERS, ShopBooks.QUEUES, ShopBooks.PLACES)
            .forms(
                    Form.set(SetHouseRules.class).by(OWNER),
                    Form.make("stocks", AddStock.class).by(OWNER),
                    Form.make("stocks/{product}/restocks", RestockProduct.class).by(STAFF),
                    Form.make("orders", PlaceOrder.class).by(STAFF_OR_CUSTOMER),
                    Form.step("orders/{number}")
                            .to("CANCELED", CancelOrder.class)
                            .by(STAFF_OR_CUSTOMER),
                    Form.step("productions/{number}")
                            .to("COMPLETED", CompleteProduction.class)
                            .by(STAFF))
            .listings(
                    Listing.of("stocks", ShopBooks.STOCKS).seenBy(Access.ANYBODY),
                    Listing.of("orders", ShopBooks.ORDERS)
                            .seenBy(STAFF_OR_CUSTOMER)
                            .filter("status", OrderStatus.class, Order::getStatus)
                            .filterText("customer", "person", Order::getCustomer)
                            .filterText("product", "id", Order::getProduct),
                    Listing.of("productions", ShopBooks.ORDERS)
                            .as(CoffeeshopPages::production)
                            .seenBy(STAFF_OR_CUSTOMER)
                            .filter("status", ProductionStatus.class, CoffeeshopPages::productionStatus)
                            .filterText("customer", "person", Order::getCustomer)
                            .filterText("product", "id", Order::getProduct))
            .personals(Personal.of("customers", "customer")
                    .track("orders", ShopBooks.ORDERS, Order::getCustomer)
                    .track("pushes", Pushes.SHELF, Push::getPerson))
            .notices(CoffeeshopNotices::of)
            .reactions(KitchenCalls::of)
            .audit(new CoffeeshopLaws())
            .declare();

    private Coffeeshop() {}
}

package io.millrace.coffeeshop;

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

    public static final Business BUSINESS = Business.named("coffeeshop")
            .desks("shops", "shop")
            .input("stocks", StockCommand.class, "owner")
            .input("orders", OrderCommand.class, "kiosk")
            .input("production", ProductionCommand.class, "barista")
            .input("kitchen", KitchenCommand.class, "backbone")
            .says(CoffeeshopAlarm.class, CoffeeshopJournal.class, CoffeeshopReceipt.class)
            .rules(new ShopDesk())
            .house(ShopBooks.HOUSE, ShopBooks::defaultHouse)
            .keeps(ShopBooks.STOCKS, ShopBooks.ORDERS, ShopBooks.QUEUES, ShopBooks.PLACES)
            .forms(
                    Form.set(SetHouseRules.class),
                    Form.make("stocks", AddStock.class),
                    Form.make("stocks/{product}/restocks", RestockProduct.class),
                    Form.make("orders", PlaceOrder.class),
                    Form.step("orders/{number}").to("CANCELED", CancelOrder.class),
                    Form.step("productions/{number}").to("COMPLETED", CompleteProduction.class))
            .listings(
                    Listing.of("stocks", ShopBooks.STOCKS),
                    Listing.of("orders", ShopBooks.ORDERS)
                            .filter("status", OrderStatus.class, Order::getStatus)
                            .filterText("customer", Order::getCustomer)
                            .filterText("product", Order::getProduct),
                    Listing.of("productions", ShopBooks.ORDERS)
                            .as(CoffeeshopPages::production)
                            .filter("status", ProductionStatus.class, CoffeeshopPages::productionStatus)
                            .filterText("product", Order::getProduct))
            .personals(Personal.of("customers", "customer")
                    .track("orders", ShopBooks.ORDERS, Order::getCustomer)
                    .track("pushes", Pushes.SHELF, Push::getPerson))
            .notices(CoffeeshopNotices::of)
            .reactions(KitchenCalls::of)
            .audit(new CoffeeshopLaws())
            .declare();

    private Coffeeshop() {}
}

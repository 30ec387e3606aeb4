package io.millrace.coffeeshop;

import static io.millrace.coffeeshop.ShopTrial.kitchen;
import static io.millrace.coffeeshop.ShopTrial.order;

import io.millrace.backbone.Business;
import io.millrace.schemas.coffeeshop.AddStock;
import io.millrace.schemas.coffeeshop.CancelOrder;
import io.millrace.schemas.coffeeshop.CompleteProduction;
import io.millrace.schemas.coffeeshop.Kitchen;
import io.millrace.schemas.coffeeshop.RestockProduct;
import io.millrace.testkit.ConformanceTest;
import io.millrace.testkit.Laws.Sent;
import java.util.List;

class CoffeeshopConformanceTest extends ConformanceTest {

    @Override
    protected Business business() {
        return Coffeeshop.BUSINESS;
    }

    @Override
    protected List<Sent> life() {
        return List.of(
                new Sent("gangnam", order("latte", 2)),
                new Sent("gangnam", new RestockProduct("latte", 5L)),
                new Sent("gangnam", new AddStock("latte", 3L)),
                new Sent("gangnam", order("latte", 5)),
                new Sent("gangnam", order("latte", 1)),
                new Sent("gangnam", order("mocha", 1)),
                new Sent("hongdae", order("latte", 1)),
                new Sent("gangnam", new CancelOrder(1L)),
                new Sent("gangnam", new CancelOrder(2L)),
                new Sent("gangnam", new CancelOrder(2L)),
                new Sent("gangnam", kitchen(Kitchen.BARISTA)),
                new Sent("gangnam", new RestockProduct("latte", 10L)),
                new Sent("gangnam", order("latte", 1)),
                new Sent("gangnam", order("latte", 1)),
                new Sent("gangnam", new CompleteProduction(5L)),
                new Sent("gangnam", new CompleteProduction(5L)),
                new Sent("gangnam", kitchen(Kitchen.CLOSED)),
                new Sent("gangnam", order("latte", 1)),
                new Sent("gangnam", order("latte", 2)),
                new Sent("gangnam", order("latte", 3)),
                new Sent("gangnam", new CancelOrder(8L)),
                new Sent("gangnam", new AddStock("mocha", 1L)),
                new Sent("hongdae", new AddStock("latte", 1L)),
                new Sent("gangnam", kitchen(Kitchen.AUTO)),
                new Sent("gangnam", order("tea", 10_001)));
    }
}

package io.millrace.cafe;

import static io.millrace.cafe.Orders.DELIVERY;
import static io.millrace.cafe.Orders.TAKEOUT;
import static io.millrace.cafe.Orders.order;

import io.millrace.backbone.Business;
import io.millrace.schemas.cafe.ApprovePayment;
import io.millrace.schemas.cafe.CancelOrder;
import io.millrace.schemas.cafe.CancelPayment;
import io.millrace.schemas.cafe.ChangeItem;
import io.millrace.schemas.cafe.CompleteDelivery;
import io.millrace.schemas.cafe.CompleteProduction;
import io.millrace.schemas.cafe.Dispatch;
import io.millrace.schemas.cafe.ExpirePayment;
import io.millrace.schemas.cafe.RegisterItem;
import io.millrace.schemas.cafe.RemoveItem;
import io.millrace.schemas.cafe.RestockItem;
import io.millrace.schemas.cafe.SetHouseRules;
import io.millrace.schemas.cafe.StartDelivery;
import io.millrace.testkit.ConformanceTest;
import io.millrace.testkit.Laws.Sent;
import java.util.List;

class CafeConformanceTest extends ConformanceTest {

    @Override
    protected Business business() {
        return Cafe.BUSINESS;
    }

    @Override
    protected List<Sent> life() {
        return List.of(
                new Sent("gangnam", new RegisterItem("latte", "Caffè latte", 4500L, 10L)),
                new Sent("gangnam", new RegisterItem("latte", "Again", 1L, 1L)),
                new Sent("hongdae", new RegisterItem("mocha", "Mocha", 5000L, 1L)),
                new Sent("gangnam", new RegisterItem("cake", "Cake", 6000L, 2L)),
                new Sent("gangnam", new ChangeItem("latte", null, 4700L)),
                new Sent("gangnam", order("HSI", TAKEOUT, "latte", 2)),
                new Sent("gangnam", order("HSI", TAKEOUT, "latte", 9)),
                new Sent("gangnam", order("KIM", DELIVERY, "cake", 1)),
                new Sent("gangnam", new ApprovePayment(1L)),
                new Sent("gangnam", new CompleteProduction(1L)),
                new Sent("gangnam", new CancelOrder(1L)),
                new Sent("gangnam", new SetHouseRules("Gangnam", Dispatch.RIDER, "PT5M")),
                new Sent("gangnam", new ApprovePayment(2L)),
                new Sent("gangnam", new CompleteProduction(2L)),
                new Sent("gangnam", new StartDelivery(2L)),
                new Sent("gangnam", new CompleteDelivery(2L)),
                new Sent("hongdae", order("HSI", TAKEOUT, "mocha", 1)),
                new Sent("hongdae", new RemoveItem("mocha")),
                new Sent("gangnam", new RestockItem("latte", 100L)),
                new Sent("gangnam", order("HSI", TAKEOUT, "latte", 50)),
                new Sent("gangnam", new CancelOrder(3L)),
                new Sent("gangnam", new SetHouseRules("Gangnam", Dispatch.AUTO, "PT5M")),
                new Sent("gangnam", order("KIM", DELIVERY, "latte", 1)),
                new Sent("gangnam", new ApprovePayment(4L)),
                new Sent("gangnam", new CompleteProduction(4L)),
                new Sent("gangnam", order("KIM", DELIVERY, "cake", 1)),
                new Sent("gangnam", new ApprovePayment(5L)),
                new Sent("gangnam", new CancelPayment(5L)),
                new Sent("gangnam", order("LEE", TAKEOUT, "cake", 1)),
                new Sent("gangnam", new ExpirePayment(6L)),
                new Sent("gangnam", order("LEE", TAKEOUT, "cake", 1)),
                new Sent("gangnam", new ApprovePayment(7L)),
                new Sent("gangnam", new RemoveItem("cake")),
                new Sent("gangnam", order("LEE", TAKEOUT, "latte", 1)),
                new Sent("gangnam", new ApprovePayment(8L)),
                new Sent("gangnam", new CancelOrder(8L)),
                new Sent("gangnam", order("LEE", TAKEOUT, "latte", 1)),
                new Sent("gangnam", new CancelPayment(9L)));
    }
}

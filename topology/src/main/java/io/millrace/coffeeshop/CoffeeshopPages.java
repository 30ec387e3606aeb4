package io.millrace.coffeeshop;

import io.millrace.schemas.coffeeshop.Order;
import io.millrace.schemas.coffeeshop.ProductionStatus;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the kitchen's board shows of an order. */
final class CoffeeshopPages {

    private CoffeeshopPages() {}

    static Object production(final Order order) {
        final Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", order.getNumber());
        view.put("order", order.getNumber());
        view.put("customer", order.getCustomer());
        view.put("product", order.getProduct());
        view.put("quantity", order.getQuantity());
        view.put("status", productionStatus(order));
        view.put("updatedAt", order.getUpdatedAt());
        return view;
    }

    static ProductionStatus productionStatus(final Order order) {
        return order.getProduction().getStatus();
    }
}

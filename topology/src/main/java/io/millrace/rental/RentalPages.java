package io.millrace.rental;

import io.millrace.schemas.rental.Order;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the manager's board shows of an order: its approval. */
final class RentalPages {

    private RentalPages() {}

    static Object approval(final Order order) {
        final Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", order.getNumber());
        view.put("order", order.getNumber());
        view.put("employee", order.getEmployee());
        view.put("equipment", order.getEquipment());
        view.put("quantity", order.getQuantity());
        view.put("status", order.getApproval().getStatus());
        if (order.getApproval().getBy() != null) {
            view.put("by", order.getApproval().getBy());
        }
        if (order.getReason() != null) {
            view.put("reason", order.getReason());
        }
        view.put("updatedAt", order.getUpdatedAt());
        return view;
    }
}

package io.millrace.riders;

import io.millrace.schemas.riders.Delivery;
import io.millrace.schemas.riders.PaymentStatus;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a zone's boards show of a delivery's payment. */
final class RidersPages {

    private RidersPages() {}

    static Object payment(final Delivery delivery) {
        final Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", delivery.getNumber());
        view.put("delivery", delivery.getNumber());
        view.put("restaurant", delivery.getRestaurant());
        view.put("cost", delivery.getPayment().getCost());
        view.put("settled", delivery.getSettled());
        view.put("status", delivery.getPayment().getStatus());
        view.put("updatedAt", delivery.getUpdatedAt());
        return view;
    }

    static PaymentStatus paymentStatus(final Delivery delivery) {
        return delivery.getPayment().getStatus();
    }
}

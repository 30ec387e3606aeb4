package io.millrace.riders;

import io.millrace.schemas.Push;
import io.millrace.schemas.riders.Delivery;
import io.millrace.schemas.riders.PaymentStatus;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a zone's boards show of a delivery's payment and of what was said about it. */
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

    static Object push(final Push push) {
        final Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", push.getId());
        view.put("delivery", Long.valueOf(deliveryOf(push)));
        view.put("person", push.getPerson());
        view.put("message", push.getMessage());
        view.put("at", push.getAt());
        view.put("state", push.getState());
        if (push.getReason() != null) {
            view.put("reason", push.getReason());
        }
        return view;
    }

    static String deliveryOf(final Push push) {
        return push.getAbout().substring("deliveries/".length());
    }
}

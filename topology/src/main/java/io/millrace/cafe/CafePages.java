package io.millrace.cafe;

import io.millrace.backbone.Tally;
import io.millrace.schemas.cafe.CafeEvent;
import io.millrace.schemas.cafe.DeliveryStatus;
import io.millrace.schemas.cafe.Line;
import io.millrace.schemas.cafe.Order;
import io.millrace.schemas.cafe.OrderCanceled;
import io.millrace.schemas.cafe.PaymentApproved;
import io.millrace.schemas.cafe.PaymentStatus;
import io.millrace.schemas.cafe.ProductionStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the café's boards show of an order, and what counts as sold. */
final class CafePages {

    private CafePages() {}

    static Object payment(final Order order) {
        final Map<String, Object> view = part(order, order.getPayment().getStatus());
        view.put("amount", order.getPayment().getAmount());
        return view;
    }

    static @Nullable Object production(final Order order) {
        return order.getProduction() == null
                ? null
                : withLines(order, order.getProduction().getStatus());
    }

    static @Nullable Object delivery(final Order order) {
        return order.getDelivery() == null
                ? null
                : withLines(order, order.getDelivery().getStatus());
    }

    static PaymentStatus paymentStatus(final Order order) {
        return order.getPayment().getStatus();
    }

    static @Nullable ProductionStatus productionStatus(final Order order) {
        return order.getProduction() == null ? null : order.getProduction().getStatus();
    }

    static @Nullable DeliveryStatus deliveryStatus(final Order order) {
        return order.getDelivery() == null ? null : order.getDelivery().getStatus();
    }

    /** Sold is what was paid, when it was paid; what is canceled afterwards was not sold after all. */
    static Optional<Tally.Count> sold(final CafeEvent event, final Instant at) {
        return switch (event) {
            case PaymentApproved e -> Optional.of(count(e.getLines(), at, 1));
            case OrderCanceled e -> Optional.ofNullable(e.getPaidAt()).map(paid -> count(e.getLines(), paid, -1));
            default -> Optional.empty();
        };
    }

    private static Tally.Count count(final List<Line> lines, final Instant at, final int sign) {
        final Map<String, Map<String, Long>> sums = new LinkedHashMap<>();
        for (final Line line : lines) {
            final Map<String, Long> sum = sums.computeIfAbsent(line.getItem(), _ -> new LinkedHashMap<>());
            sum.merge("quantity", sign * line.getQuantity(), Long::sum);
            sum.merge("amount", sign * line.getAmount(), Long::sum);
        }
        return new Tally.Count(at, sums);
    }

    private static Map<String, Object> withLines(final Order order, final Enum<?> status) {
        final Map<String, Object> view = part(order, status);
        view.put("type", order.getType());
        view.put("lines", order.getLines());
        return view;
    }

    private static Map<String, Object> part(final Order order, final Enum<?> status) {
        final Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", order.getNumber());
        view.put("order", order.getNumber());
        view.put("customer", order.getCustomer());
        view.put("status", status);
        view.put("updatedAt", order.getUpdatedAt());
        return view;
    }
}

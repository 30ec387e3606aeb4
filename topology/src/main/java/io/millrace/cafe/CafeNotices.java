package io.millrace.cafe;

import io.millrace.backbone.Saying;
import io.millrace.schemas.cafe.CafeEvent;
import io.millrace.schemas.cafe.DeliveryCompleted;
import io.millrace.schemas.cafe.DeliveryStarted;
import io.millrace.schemas.cafe.Dispatch;
import io.millrace.schemas.cafe.OrderCanceled;
import io.millrace.schemas.cafe.OrderType;
import io.millrace.schemas.cafe.PaymentApproved;
import io.millrace.schemas.cafe.ProductionCompleted;
import java.util.List;

/** What a customer is told, and when. */
final class CafeNotices {

    static final String MAKING = "주문하신 음료를 만들고 있습니다.";
    static final String CANCELED = "주문하신 음료가 취소되었습니다.";
    static final String READY = "주문하신 음료가 준비되었습니다.";
    static final String ON_ITS_WAY = "주문하신 음료의 배달이 시작되었습니다.";
    static final String DELIVERED = "주문하신 음료의 배달이 완료되었습니다.";

    private CafeNotices() {}

    static List<Saying> of(final CafeEvent event) {
        return switch (event) {
            case PaymentApproved e -> say(e.getCustomer(), e.getNumber(), MAKING);
            case OrderCanceled e -> say(e.getCustomer(), e.getNumber(), CANCELED);
            case ProductionCompleted e
            when e.getType() == OrderType.TAKEOUT -> say(e.getCustomer(), e.getNumber(), READY);
            case ProductionCompleted e
            when e.getDispatch() == Dispatch.AUTO -> say(e.getCustomer(), e.getNumber(), ON_ITS_WAY);
            case DeliveryStarted e -> say(e.getCustomer(), e.getNumber(), ON_ITS_WAY);
            case DeliveryCompleted e -> say(e.getCustomer(), e.getNumber(), DELIVERED);
            default -> List.of();
        };
    }

    private static List<Saying> say(final String customer, final long order, final String message) {
        return List.of(new Saying(customer, "orders/" + order, message));
    }
}

package io.millrace.rental;

import io.millrace.backbone.Saying;
import io.millrace.schemas.rental.BacklogWorked;
import io.millrace.schemas.rental.EquipmentRegistered;
import io.millrace.schemas.rental.EquipmentRestocked;
import io.millrace.schemas.rental.HouseRulesSet;
import io.millrace.schemas.rental.OrderApproved;
import io.millrace.schemas.rental.OrderCancelled;
import io.millrace.schemas.rental.OrderPlaced;
import io.millrace.schemas.rental.OrderRejected;
import io.millrace.schemas.rental.OrderReturned;
import io.millrace.schemas.rental.RentalEvent;
import java.util.List;

/** What an employee is told: how an order that had to wait was decided. Everything else they did themselves. */
final class RentalNotices {

    static final String APPROVED = "신청하신 장비의 대여가 승인되었습니다.";
    static final String REJECTED = "신청하신 장비의 대여가 반려되었습니다.";
    static final String SOLD_OUT = "재고가 부족하여 신청하신 장비의 대여가 반려되었습니다.";

    private RentalNotices() {}

    static List<Saying> of(final RentalEvent event) {
        return switch (event) {
            case OrderApproved e -> say(e.getEmployee(), e.getNumber(), APPROVED);
            case OrderRejected e -> say(e.getEmployee(), e.getNumber(), e.getReason() == null ? REJECTED : SOLD_OUT);
            case OrderPlaced _, OrderCancelled _, OrderReturned _ -> List.of();
            case HouseRulesSet _, EquipmentRegistered _, EquipmentRestocked _, BacklogWorked _ -> List.of();
        };
    }

    private static List<Saying> say(final String employee, final long order, final String message) {
        return List.of(new Saying(employee, "orders/" + order, message));
    }
}

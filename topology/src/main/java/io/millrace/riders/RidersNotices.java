package io.millrace.riders;

import io.millrace.backbone.Saying;
import io.millrace.schemas.riders.DeliveryAccepted;
import io.millrace.schemas.riders.DeliveryCalled;
import io.millrace.schemas.riders.DeliveryCanceled;
import io.millrace.schemas.riders.DeliveryCompleted;
import io.millrace.schemas.riders.DeliveryPicked;
import io.millrace.schemas.riders.HouseRulesSet;
import io.millrace.schemas.riders.RestaurantJoined;
import io.millrace.schemas.riders.RiderJoined;
import io.millrace.schemas.riders.RidersEvent;
import java.util.List;

/** What a restaurant is told of its delivery, and a rider of one that is called off under way. */
final class RidersNotices {

    static final String ACCEPTED = "라이더가 배차되었습니다.";
    static final String PICKED = "라이더가 음식을 픽업했습니다.";
    static final String COMPLETED = "배달이 완료되었습니다.";
    static final String CANCELED = "배달 요청이 취소되었습니다.";

    private RidersNotices() {}

    static List<Saying> of(final RidersEvent event) {
        return switch (event) {
            case DeliveryAccepted e -> say(e.getRestaurant(), e.getNumber(), ACCEPTED);
            case DeliveryPicked e -> say(e.getRestaurant(), e.getNumber(), PICKED);
            case DeliveryCompleted e -> say(e.getRestaurant(), e.getNumber(), COMPLETED);
            case DeliveryCanceled e -> e.getRider() == null ? List.of() : say(e.getRider(), e.getNumber(), CANCELED);
            case DeliveryCalled _, HouseRulesSet _, RestaurantJoined _, RiderJoined _ -> List.of();
        };
    }

    private static List<Saying> say(final String person, final long delivery, final String message) {
        return List.of(new Saying(person, "deliveries/" + delivery, message));
    }
}

package io.millrace.cafe;

import io.millrace.schemas.cafe.OrderType;
import io.millrace.schemas.cafe.PlaceOrder;
import io.millrace.schemas.cafe.Want;
import java.util.List;

/** Orders for tests to place. */
final class Orders {

    static final OrderType TAKEOUT = OrderType.TAKEOUT;
    static final OrderType DELIVERY = OrderType.DELIVERY;

    private Orders() {}

    static PlaceOrder order(final String customer, final OrderType type, final String item, final long quantity) {
        return new PlaceOrder(customer, type, List.of(new Want(item, quantity)));
    }
}

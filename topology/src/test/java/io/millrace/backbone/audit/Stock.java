package io.millrace.backbone.audit;

import io.millrace.schemas.cafe.Item;
import io.millrace.testkit.DeskTrial;

/** Items as a café's receipt shows them. */
final class Stock {

    private Stock() {}

    static Item of(final String item, final long stock) {
        return new Item(item, item, 4500L, stock, DeskTrial.NOON);
    }
}

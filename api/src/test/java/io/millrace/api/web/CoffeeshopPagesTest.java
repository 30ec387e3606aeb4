package io.millrace.api.web;

import io.millrace.api.web.InBrowser.People;
import org.junit.jupiter.api.Test;

/** The coffee shop's pages: an order that is taken though nothing is there, and served when something is. */
@Browsing
class CoffeeshopPagesTest {

    private final People people;

    CoffeeshopPagesTest(final People people) {
        this.people = people;
    }

    @Test
    void shouldTakeAnOrderLetItWaitAndServeItAfterTheRestock() {
        final Visitor warehouse = people.come("en", 1280).open("/ui/coffeeshop/shops/wait/warehouse");
        final Visitor kitchen = people.come("en", 1280).open("/ui/coffeeshop/shops/wait/kitchen");
        final Visitor customer = people.come("en", 390).open("/ui/coffeeshop/customers/Waiter");
        warehouse.fill("Product", "latte");
        warehouse.fill("Quantity", "0");
        warehouse.press("Put on stock");
        kitchen.press("Barista");
        final Visitor counter = people.come("en", 1280).open("/ui/coffeeshop/shops/wait/counter");
        counter.find("[data-product=latte]").click();
        counter.fill("Customer", "Waiter");
        counter.press("Place the order");

        customer.sees("[data-order='wait/1']", "It is started as soon as stock comes in.");
        kitchen.sees(kitchen.part("Waiting"), "latte × 1");
        warehouse.press("Restock latte +10");

        kitchen.sees(kitchen.part("Being made"), "Waiter");
        customer.sees("[data-order='wait/1']", "Making");
        kitchen.press("Order 1 is done");
        customer.sees(customer.part("Past orders"), "wait · 1");
        counter.sees("[data-order='wait/1']", "Completed");
        warehouse.sees("[data-product=latte]", "9");
    }
}

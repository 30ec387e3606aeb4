package io.millrace.api.web;

import io.millrace.api.kit.Caller;
import java.util.List;

/** Places with something in them, so that every page has something to show; and where all the pages are. */
final class Town {

    static final List<String> PAGES = List.of(
            "/",
            "/backbone",
            "/ui/cafe/shops/town/kiosk",
            "/ui/cafe/shops/town/barista",
            "/ui/cafe/shops/town/delivery",
            "/ui/cafe/shops/town/owner",
            "/ui/cafe/customers/Towner",
            "/ui/coffeeshop/shops/town/counter",
            "/ui/coffeeshop/shops/town/kitchen",
            "/ui/coffeeshop/shops/town/warehouse",
            "/ui/coffeeshop/customers/Towner",
            "/ui/rental/depots/town/catalogue",
            "/ui/rental/depots/town/approvals",
            "/ui/rental/depots/town/mis",
            "/ui/rental/employees/Towner",
            "/ui/riders/zones/town/dispatch",
            "/ui/riders/zones/town/ride",
            "/ui/riders/restaurants/Towner");

    private Town() {}

    static void fill(final Caller caller) {
        cafe(caller, "/cafe/shops/town");
        coffeeshop(caller, "/coffeeshop/shops/town");
        rental(caller, "/rental/depots/town");
        riders(caller, "/riders/zones/town");
    }

    private static void cafe(final Caller caller, final String shop) {
        caller.post(shop + "/menu", "{'item':'latte','name':'카페 라떼','price':4500,'stock':40}", key("latte"));
        caller.post(shop + "/menu", "{'item':'cheesecake','name':'치즈 케이크','price':6500,'stock':3}", key("cake"));
        caller.post(shop + "/menu", "{'item':'lemonade','name':'레몬 에이드','price':5500,'stock':0}", key("ade"));
        for (int n = 1; n <= 4; n++) {
            caller.post(
                    shop + "/orders",
                    "{'customer':'Towner','type':'%s','lines':[{'item':'latte','quantity':2}]}"
                            .formatted(n % 2 == 0 ? "TAKEOUT" : "DELIVERY"),
                    key("order" + n));
        }
        for (int n = 1; n <= 3; n++) {
            caller.patch(shop + "/payments/" + n, "{'status':'APPROVED'}", key("pay" + n));
        }
        caller.patch(shop + "/productions/1", "{'status':'COMPLETED'}", key("made"));
    }

    private static void coffeeshop(final Caller caller, final String shop) {
        caller.put(shop, "{'kitchen':'BARISTA'}", key("kitchen"));
        caller.post(shop + "/stocks", "{'product':'latte','quantity':5}", key("stock"));
        caller.post(shop + "/stocks", "{'product':'tiramisu','quantity':0}", key("none"));
        for (final String product : List.of("latte", "latte", "tiramisu")) {
            for (int n = 1; n <= 2; n++) {
                caller.post(
                        shop + "/orders",
                        "{'customer':'Towner','product':'%s','quantity':%d}".formatted(product, n),
                        key(product + n));
            }
        }
    }

    private static void rental(final Caller caller, final String depot) {
        caller.put(depot, "{'approval':'MANAGER'}", key("approval"));
        for (final String equipment : List.of("laptop", "camera", "drill")) {
            caller.post(
                    depot + "/equipment",
                    "{'equipment':'%1$s','name':'%1$s','category':'town','stock':4}".formatted(equipment),
                    key(equipment));
            caller.post(
                    depot + "/orders",
                    "{'employee':'Towner','equipment':'%s','quantity':1}".formatted(equipment),
                    key("ask-" + equipment));
        }
        caller.patch(depot + "/approvals/1", "{'status':'APPROVED','by':'boss'}", key("approve"));
        caller.patch(depot + "/approvals/2", "{'status':'REJECTED','by':'boss'}", key("reject"));
    }

    private static void riders(final Caller caller, final String zone) {
        for (int n = 1; n <= 3; n++) {
            caller.post(
                    zone + "/deliveries",
                    "{'restaurant':'Towner','destination':'Mill Lane %d','cost':3500}".formatted(n),
                    key("call" + n));
        }
        for (final String status : List.of("ACCEPTED", "PICKED")) {
            caller.patch(
                    zone + "/deliveries/1", "{'status':'%s','rider':'han'}".formatted(status), key("ride" + status));
        }
    }

    /** Waits until the page shows what it read, and listens. */
    static void settle(final Visitor visitor) {
        visitor.page()
                .waitForFunction("() => !document.querySelector('[aria-busy=true]')"
                        + " && !document.querySelector('.pulse.connecting')");
    }

    private static String[] key(final String key) {
        return new String[] {"Idempotency-Key", "town-" + key};
    }
}

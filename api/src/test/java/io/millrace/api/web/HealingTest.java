package io.millrace.api.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.millrace.api.kit.Caller;
import io.millrace.api.web.InBrowser.People;
import org.junit.jupiter.api.Test;

/** A page whose connection breaks says so, and misses nothing of what happened meanwhile. */
@Browsing
class HealingTest {

    private static final String SHOP = "/cafe/shops/healing";

    private final Caller caller;
    private final People people;

    HealingTest(final Caller caller, final People people) {
        this.caller = caller;
        this.people = people;
    }

    @Test
    void shouldShowWhatHappenedWhileTheWireWasCut() throws Exception {
        caller.post(SHOP + "/menu", "{'item':'latte','name':'Latte','price':4500,'stock':9}");
        try (Wire wire = new Wire(caller.port())) {
            final Visitor barista = people.come("en", 1280, wire.port()).open("/ui/cafe/shops/healing/barista");
            order("before");
            barista.sees(barista.part("To be paid"), "before");

            barista.expectBrokenWires();
            wire.cut();
            barista.find(".pulse.broken").waitFor();
            order("meanwhile");
            caller.patch(SHOP + "/payments/1", "{'status':'APPROVED'}");
            assertThat(barista.part("To be paid")).containsText("before");
            wire.mend();

            barista.find(".pulse.live").waitFor();
            barista.sees(barista.part("To be paid"), "meanwhile");
            barista.sees(barista.part("To be made"), "before");
            order("after");
            barista.sees(barista.part("To be paid"), "after");
        }
    }

    @Test
    void shouldSendAWishAgainUntilItIsTakenAndOnlyOnce() throws Exception {
        final String shop = "/cafe/shops/again";
        caller.post(shop + "/menu", "{'item':'latte','name':'Latte','price':4500,'stock':9}");
        try (Wire wire = new Wire(caller.port())) {
            final Visitor kiosk = people.come("en", 1280, wire.port()).open("/ui/cafe/shops/again/kiosk");
            kiosk.find("[data-item=latte]").click();
            kiosk.expectBrokenWires();
            wire.cut();
            kiosk.press("Place the order");
            assertThat(kiosk.button("Place the order")).hasAttribute("aria-busy", "true");
            wire.mend();
            kiosk.sees("[data-test=placed]", "Order 1");
            kiosk.sees("[data-item=latte]", "8 left");
        }
    }

    private void order(final String customer) {
        caller.post(
                SHOP + "/orders",
                "{'customer':'%s','type':'TAKEOUT','lines':[{'item':'latte','quantity':1}]}".formatted(customer));
    }
}

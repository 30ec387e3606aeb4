package io.millrace.api.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.millrace.api.kit.Caller;
import io.millrace.api.web.InBrowser.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The backbone's page: an engineer sees it work, and follows one command from its receipt to its message. */
@ExtendWith(InBrowser.class)
class BackbonePageTest {

    private final Caller caller;
    private final People people;

    BackbonePageTest(final Caller caller, final People people) {
        this.caller = caller;
        this.people = people;
    }

    @Test
    void shouldFollowOneCommandFromItsReceiptToItsMessage() {
        final String shop = "/cafe/shops/followed";
        caller.post(shop + "/menu", "{'item':'latte','name':'Latte','price':4500,'stock':3}");
        caller.post(shop + "/orders", "{'customer':'Dana','type':'TAKEOUT','lines':[{'item':'latte','quantity':1}]}");
        final Visitor engineer = people.come("en", 1280).open("/backbone");
        engineer.fill("Shop", "followed");
        engineer.find("h1").click();
        engineer.sees(engineer.part("What happens now"), "cafe/followed@2");

        caller.patch(shop + "/payments/1", "{'status':'APPROVED'}", "Idempotency-Key", "pay-for-dana");

        engineer.sees(engineer.part("What happens now"), "PaymentApproved");
        engineer.press("Follow cafe/followed@3");
        engineer.sees("[data-test=trail]", "ApprovePayment → 200");
        engineer.sees("[data-test=trail]", "pay-for-dana");
        engineer.sees("[data-test=trail]", "cafe/followed@3");
        engineer.sees("[data-test=trail]", "/cafe/shops/followed/orders/1");
        engineer.sees("[data-test=trail]", "Dana: 주문하신 음료를 만들고 있습니다.");
    }

    @Test
    void shouldDrawTopologiesAndTellWhetherItAddsUp() {
        Town.fill(caller);
        final Visitor engineer = people.come("en", 1280).open("/backbone");
        assertThat(engineer.find("[data-test=violations]")).hasText("0");
        assertThat(engineer.find(".graph canvas").first()).isVisible();
        assertThat(engineer.find(".plot canvas").first()).isVisible();
        engineer.part("Topologies").getByText("Rental").click();
        engineer.part("Topologies").getByText("Pages").click();
        assertThat(engineer.page().getByLabel("The topology of rental-pages as a graph"))
                .isVisible();
        engineer.sees(engineer.part("The parts of this instance"), "rental-desk · RUNNING");
    }
}

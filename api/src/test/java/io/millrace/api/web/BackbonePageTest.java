package io.millrace.api.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Customer;
import io.millrace.api.kit.Vandal;
import io.millrace.api.web.InBrowser.People;
import org.junit.jupiter.api.Test;

/** The backbone's page: an engineer sees it work, and follows one command from its receipt to its message. */
@Browsing
class BackbonePageTest {

    private final Caller caller;
    private final People people;
    private final Vandal vandal;

    BackbonePageTest(final Caller caller, final People people, final Vandal vandal) {
        this.caller = caller;
        this.people = people;
        this.vandal = vandal;
    }

    @Test
    void shouldFollowOneCommandFromItsReceiptToItsMessage() {
        final String shop = "/cafe/shops/followed";
        caller.post(shop + "/menu", "{'item':'latte','name':'Latte','price':4500,'stock':3}");
        caller.post(shop + "/orders", "{'customer':'Dana','type':'TAKEOUT','lines':[{'item':'latte','quantity':1}]}");
        final Visitor engineer = people.come("en", 1280).open("/backbone");
        engineer.part("Follow one command").getByLabel("Shop").fill("followed");
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
    void shouldLeadFromAProblemToWhatItsCodeMeans() {
        final String type = caller.get("/cafe/shops/nowhere/orders/1").at("/type");
        final Visitor reader = people.come("en", 1280).open(type);
        reader.sees(":target", "404 NOT_FOUND");
        reader.sees(":target", "There is no such thing at this address.");
    }

    @Test
    void shouldFollowACommandToTheBankForWhomItConcernsOnly() {
        final Customer kim = Customer.of(caller);
        final String account = kim.account(100);
        final Visitor stranger = people.come("en", 1280).open("/backbone");
        stranger.part("Follow one command").getByText("Bank").click();
        stranger.sees(stranger.part("Follow one command"), "everybody sees what concerns themselves");

        stranger.fill("Id", kim.id());
        stranger.fill("Password", kim.password());
        stranger.press("Enter");
        final Visitor owner = stranger;
        owner.part("Follow one command").getByLabel("Account").fill(account);
        owner.find("h1").click();
        owner.sees(owner.part("What happens now"), "AccountOpened");
        owner.press("Follow bank/" + account + "@1");
        owner.sees("[data-test=trail]", "OpenAccount → 201");
        owner.sees("[data-test=trail]", "/bank/accounts/" + account + "/requests/1");
    }

    @Test
    void shouldShowWhatWaitsInQuarantineAndLetItBeDecided() {
        final byte[] rubbish = {9, 9, 9};
        final String tried = vandal.write("cafe.payments", "on-screen", rubbish);
        final String left = vandal.write("cafe.payments", "on-screen", rubbish);
        final Visitor engineer = people.come("en", 1280).open("/backbone");
        final Locator line = engineer.find("[data-kept='" + left + "']");
        engineer.sees(line, "NO_MAGIC_BYTE");
        line.getByText("What is in it").click();
        engineer.sees(line, "\"base64\": \"CQkJ\"");

        engineer.press("Retry " + tried);
        assertThat(engineer.find("[data-kept='" + tried + "']")).hasCount(0);
        assertThat(engineer.find(".toast").first()).containsText("It is tried again.");

        // somebody else decides before the page hears of it
        engineer.expectBrokenWires();
        engineer.page().route("**/quarantine?*", Route::abort);
        caller.post("/quarantine/" + left + "/discard", "", "Prefer", "wait=30");
        engineer.press("Discard " + left);
        engineer.sees(line.getByRole(AriaRole.ALERT), "That doesn't fit its state now (DISCARDED).");
    }

    @Test
    void shouldTellWhoHasWhat() {
        final Visitor engineer = people.come("ko", 1280).open("/backbone");
        engineer.sees("[data-owned=cafe]", "0 1");
        engineer.part("인스턴스와 그 몫").getByLabel("매장").fill("gangnam");
        engineer.part("인스턴스와 그 몫").locator("form").getByText("어디 있는지 찾기").click();
        engineer.sees("[data-test=found]", "gangnam · 파티션 ");
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

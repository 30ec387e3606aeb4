package io.millrace.api.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Locked;
import io.millrace.api.kit.Person;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.WholeProcess;
import io.millrace.api.web.InBrowser.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where everything asks for a role: each sees what is theirs, and is told in words what isn't, and why. */
@Browsing
@ExtendWith(Locked.class)
class SignedInPagesTest {

    private static final Route.FulfillOptions HALF =
            new Route.FulfillOptions().setContentType("application/json").setBody("{\"id\":\"page.");

    private final Caller caller;
    private final People people;

    SignedInPagesTest(final WholeProcess process, final People people) {
        this.caller = process.caller();
        this.people = people;
    }

    @Test
    void shouldLetTheOwnerRunTheShopAfterSigningIn() {
        Person.of(caller, "page.owner").having("'cafe/page-owner':['owner']");
        final Visitor owner = come("en", 1280, "/ui/cafe/shops/page-owner/owner");
        owner.sees("h1", "Please sign in");
        assertThat(EveryPageTest.judged(owner)).isEmpty();
        owner.fill("Id", "page.owner");
        owner.fill("Password", "not hers at all");
        owner.press("Enter");
        owner.isRefused("This id and this password don't go together.");
        enter(owner, "page.owner", "Password", "Enter");

        owner.fill("Item code", "tea");
        owner.fill("Name", "Earl Grey");
        owner.fill("Price", "4000");
        owner.fill("Stock", "3");
        owner.press("Register");
        owner.press("Restock Earl Grey +10");
        owner.sees("main", "13");
        owner.sees(".pulse", "live");
        owner.open("/ui/cafe/shops/page-owner/kiosk");
        owner.open("/ui/cafe/shops/page-owner/owner");
        owner.sees("main", "Earl Grey");

        owner.press("Sign out");
        owner.sees("h1", "Please sign in");
        assertThat(owner.find("main")).not().containsText("Earl Grey");
    }

    @Test
    void shouldStillKnowWhoIsSignedInAfterAnAnswerThatBrokeOff() {
        Person.of(caller, "page.broken").having("'cafe/page-broken':['owner']");
        final Visitor owner = come("en", 1280, "/ui/cafe/shops/page-broken/owner");
        enter(owner, "page.broken", "Password", "Enter");
        assertThat(owner.button("Sign out")).isVisible();

        owner.page().route("**/people/sessions/current", it -> it.fulfill(HALF));
        owner.open("/ui/cafe/shops/page-broken/owner");
        owner.sees(".pulse", "live");
        assertThat(owner.button("Sign out")).hasCount(0);

        owner.page().unroute("**/people/sessions/current");
        owner.open("/ui/cafe/shops/page-broken/owner");
        assertThat(owner.button("Sign out")).isVisible();
    }

    @Test
    void shouldShowTheBoardToTheBaristaAndNotAnothersShop() {
        shop("page-bar");
        final Person ann = Person.of(caller, "page.bar.ann");
        Person.of(caller, "page.barista").having("'cafe/page-bar':['barista']");
        final Visitor barista = come("ko", 1280, "/ui/cafe/shops/page-bar/barista");
        barista.sees("h1", "로그인이 필요합니다");
        enter(barista, "page.barista", "비밀번호", "들어가기");
        barista.sees(".pulse", "실시간");
        final Reply placed = order(ann, "page-bar");
        assertThat(placed.status()).as(placed.text()).isEqualTo(201);
        barista.sees(barista.part("결제 대기"), "page.bar.ann");

        barista.open("/ui/cafe/shops/page-elsewhere/barista");
        barista.isRefused("이 일을 할 수 있는 역할이 아닙니다.");
        barista.sees(".kept", "page.barista 님으로");
        assertThat(EveryPageTest.judged(barista)).isEmpty();
        barista.press("다른 사람으로 로그인");
        barista.sees("h1", "로그인이 필요합니다");
    }

    @Test
    void shouldShowACustomerTheirOwnPageAndNobodyElses() {
        shop("page-mine");
        final Person bob = Person.of(caller, "page.bob");
        Person.of(caller, "page.ann");
        assertThat(order(bob, "page-mine").status()).isEqualTo(201);
        final Visitor ann = come("en", 390, "/ui/cafe/shops/page-mine/kiosk");
        ann.find("[data-item=latte]").click();
        ann.fill("Your name", "page.ann");
        ann.press("Place the order");
        ann.isRefused("Please sign in first.");
        ann.find("dialog").getByLabel("Id").fill("page.ann");
        ann.find("dialog").getByLabel("Password").fill(Person.PASSWORD);
        ann.press("Enter");
        assertThat(ann.find("dialog")).hasCount(0);
        ann.press("Place the order");
        ann.sees("[data-test=placed]", "Order 2");
        assertThat(ann.fits()).as("no wider than a phone").isTrue();

        ann.open("/ui/cafe/customers/page.ann");
        ann.sees("[data-order='page-mine/2']", "To pay");
        ann.open("/ui/cafe/customers/page.bob");
        ann.isRefused("That is somebody else's.");
        assertThat(ann.find("[data-order]")).hasCount(0);
    }

    @Test
    void shouldAskAStrangerToSignInAndNeverShowABrokenPage() {
        for (final String language : new String[] {"en", "ko"}) {
            final Visitor stranger = come(language, 390, "/");
            for (final String path : Town.PAGES) {
                stranger.open(path);
                Town.settle(stranger);
                assertThat(stranger.find("h1")).hasCount(1);
                assertThat(stranger.find("[role=alert]")).hasCount(0);
                assertThat(stranger.fits()).as(path).isTrue();
                assertThat(stranger.troubles()).as(path).isEmpty();
            }
            stranger.open("/ui/riders/zones/town/dispatch");
            stranger.sees("h1", language.equals("ko") ? "로그인이 필요합니다" : "Please sign in");
        }
    }

    private Visitor come(final String language, final int width, final String path) {
        return people.come(language, width, caller.port()).open(path);
    }

    private static void enter(final Visitor visitor, final String id, final String password, final String button) {
        visitor.find("[name=id]").fill(id);
        visitor.fill(password, Person.PASSWORD);
        visitor.press(button);
    }

    private void shop(final String shop) {
        final Person boss = Person.of(caller, shop + ".boss").having("'cafe/" + shop + "':['owner']");
        final Reply made =
                boss.post("/cafe/shops/" + shop + "/menu", "{'item':'latte','name':'Latte','price':4500,'stock':9}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
    }

    private static Reply order(final Person customer, final String shop) {
        return customer.post(
                "/cafe/shops/" + shop + "/orders",
                "{'customer':'%s','type':'TAKEOUT','lines':[{'item':'latte','quantity':1}]}".formatted(customer.id()));
    }
}

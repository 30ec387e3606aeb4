package io.millrace.api.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Heard;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.Running;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens at a desk or to a person, live. */
@ExtendWith(Running.class)
class EventsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Caller caller;

    EventsTest(final Caller caller) {
        this.caller = caller;
    }

    @Test
    void shouldTellADesksEventsAndNoticesInOrderAsTheyHappen() {
        try (Heard heard = caller.listen("business=cafe&desk=live", "")) {
            register("live");
            order("live", "HSI");
            caller.patch("/cafe/shops/live/payments/1", "{'status':'APPROVED'}");
            register("elsewhere");

            await().atMost(SOON).until(() -> heard.messages().size() == 4);
            assertThat(types(heard)).containsExactly("ItemRegistered", "OrderPlaced", "PaymentApproved", "notice");
            assertThat(ids(heard)).containsExactly("cafe/live@1", "cafe/live@2", "cafe/live@3", "cafe/live@3.1");
            final Heard.Message placed = heard.messages().get(1);
            assertThat(placed.at("/token")).isEqualTo("cafe/live@2");
            assertThat(placed.at("/desk")).isEqualTo("live");
            assertThat(placed.at("/command")).isEqualTo("PlaceOrder");
            assertThat(placed.at("/data/customer")).isEqualTo("HSI");
            final Heard.Message notice = heard.messages().get(3);
            assertThat(notice.at("/person")).isEqualTo("HSI");
            assertThat(notice.at("/message")).isEqualTo("주문하신 음료를 만들고 있습니다.");
            assertThat(notice.at("/about")).isEqualTo("orders/1");
            assertThat(caller.get("/cafe/shops/live/orders/1", "Journal-Token", notice.id())
                            .at("/status"))
                    .as("read as of what was heard")
                    .isEqualTo("MAKING");
        }
    }

    @Test
    void shouldTellAPersonWhatConcernsThemAtAllDesks() {
        try (Heard ours = caller.listen("business=cafe&person=Lee", "");
                Heard everywhere = caller.listen("person=Lee", "")) {
            for (final String shop : List.of("p1", "p2")) {
                register(shop);
                order(shop, "Lee");
                order(shop, "Kim");
                caller.patch("/cafe/shops/" + shop + "/payments/1", "{'status':'APPROVED'}");
                caller.patch("/cafe/shops/" + shop + "/payments/2", "{'status':'APPROVED'}");
            }
            await().atMost(SOON).until(() -> ours.messages().size() == 6);
            await().atMost(SOON).until(() -> everywhere.messages().size() == 6);
            assertThat(types(ours))
                    .containsExactly(
                            "OrderPlaced", "PaymentApproved", "notice", "OrderPlaced", "PaymentApproved", "notice");
            assertThat(types(everywhere)).isEqualTo(types(ours));
            assertThat(ours.messages()).allSatisfy(it -> assertThat(it.id()).startsWith(it.at("/token")));
            final Reply page = caller.get(
                    "/cafe/customers/Lee",
                    "Journal-Token",
                    everywhere.messages().getLast().id());
            assertThat(page.status()).as(page.text()).isEqualTo(200);
        }
    }

    @Test
    void shouldGoOnAfterAnyIdWithoutGapOrRepeat() {
        register("resume");
        order("resume", "Yun");
        caller.patch("/cafe/shops/resume/payments/1", "{'status':'APPROVED'}");
        caller.patch("/cafe/shops/resume/productions/1", "{'status':'COMPLETED'}");
        final List<String> all = List.of(
                "cafe/resume@1",
                "cafe/resume@2",
                "cafe/resume@3",
                "cafe/resume@3.1",
                "cafe/resume@4",
                "cafe/resume@4.1");
        try (Heard whole = caller.listen("business=cafe&desk=resume", "cafe/resume@0")) {
            await().atMost(SOON).until(() -> whole.messages().size() == all.size());
            assertThat(ids(whole)).isEqualTo(all);
        }
        for (int i = 0; i < all.size() - 1; i++) {
            try (Heard rest = caller.listen("business=cafe&desk=resume", all.get(i))) {
                final int left = all.size() - 1 - i;
                await().atMost(SOON).until(() -> rest.messages().size() == left);
                assertThat(ids(rest)).isEqualTo(all.subList(i + 1, all.size()));
            }
        }
    }

    @Test
    void shouldGoOnForAPersonAfterAnyId() {
        final Heard first = caller.listen("person=Seo", "");
        register("seo");
        order("seo", "Seo");
        caller.patch("/cafe/shops/seo/payments/1", "{'status':'APPROVED'}");
        await().atMost(SOON).until(() -> first.messages().size() == 3);
        first.close();
        for (int i = 0; i < 2; i++) {
            try (Heard rest =
                    caller.listen("person=Seo", first.messages().get(i).id())) {
                final int left = 2 - i;
                await().atMost(SOON).until(() -> rest.messages().size() == left);
                assertThat(types(rest)).isEqualTo(types(first).subList(i + 1, 3));
                assertThat(tokens(rest)).isEqualTo(tokens(first).subList(i + 1, 3));
            }
        }
    }

    @Test
    void shouldGoOnFromTheWelcomeWhenNothingWasHeardYet() {
        final String welcome;
        try (Heard nothing = caller.listen("business=cafe&desk=early", "")) {
            await().atMost(SOON).until(() -> !nothing.lastId().isEmpty());
            welcome = nothing.lastId();
        }
        register("early");
        try (Heard heard = caller.listen("business=cafe&desk=early", welcome)) {
            await().atMost(SOON).until(() -> heard.messages().size() == 1);
            assertThat(ids(heard)).containsExactly("cafe/early@1");
        }
    }

    /** A client takes over the welcome's id: cut off before anything happens, it must not come back with less. */
    @Test
    void shouldWelcomeWhoComesBackWhereTheyWere() {
        register("back");
        order("back", "Nam");
        try (Heard nothing = caller.listen("business=cafe&desk=back", "cafe/back@2")) {
            await().atMost(SOON).until(nothing::isWelcome);
            assertThat(nothing.lastId()).isEqualTo("cafe/back@2");
        }
    }

    @Test
    void shouldRefuseWhatItCannotListenTo() {
        for (final String query : List.of(
                "",
                "business=cafe",
                "desk=x",
                "business=cafe&desk=UP!",
                "person=a%20b",
                "x=y",
                "business=cafe&desk=x&person=y")) {
            final Reply refused = caller.get("/events?" + query);
            assertThat(refused.status()).as(query).isEqualTo(400);
            assertThat(refused.at("/code")).isEqualTo("MALFORMED");
        }
        final Reply unknown = caller.get("/events?business=nope&desk=x");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.at("/code")).isEqualTo("NOT_FOUND");
        for (final String id :
                List.of("cafe/other@1", "bank/x@1", "what?", "cafe=1.-2", "cafe=0+4294967295.0.0.0", "cafe/x@1.0")) {
            assertThat(caller.get("/events?business=cafe&desk=x", "Last-Event-ID", id)
                            .status())
                    .as(id)
                    .isEqualTo(400);
        }
    }

    private void register(final String shop) {
        final Reply made =
                caller.post("/cafe/shops/" + shop + "/menu", "{'item':'latte','name':'Latte','price':4500,'stock':10}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
    }

    private void order(final String shop, final String customer) {
        final Reply placed = caller.post(
                "/cafe/shops/" + shop + "/orders",
                "{'customer':'" + customer + "','type':'TAKEOUT','lines':[{'item':'latte','quantity':1}]}");
        assertThat(placed.status()).as(placed.text()).isEqualTo(201);
    }

    private static List<String> types(final Heard heard) {
        return heard.messages().stream().map(it -> it.at("/type")).toList();
    }

    /** Without the bookmark behind them, which says how far other shops were. */
    private static List<String> tokens(final Heard heard) {
        return ids(heard).stream().map(it -> it.substring(0, it.indexOf('~'))).toList();
    }

    private static List<String> ids(final Heard heard) {
        return heard.messages().stream().map(Heard.Message::id).toList();
    }
}

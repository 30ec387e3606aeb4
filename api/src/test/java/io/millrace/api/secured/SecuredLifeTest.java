package io.millrace.api.secured;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Locked;
import io.millrace.api.kit.Person;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.WholeProcess;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A day where nobody does what is not theirs to do. */
@ExtendWith(Locked.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecuredLifeTest {

    private static final String SHOP = "/cafe/shops/life";
    private static final String ZONE = "/riders/zones/life";
    private static final String ORDER = "{'customer':'%s','type':'TAKEOUT','lines':[{'item':'latte','quantity':1}]}";
    private static final String CANCEL = "{'status':'CANCELED'}";

    private final Caller caller;
    private final Person owner;
    private final Person ann;
    private final Person bob;

    SecuredLifeTest(final WholeProcess process) {
        caller = process.caller();
        owner = Person.of(caller, "life.owner").having("'cafe/life':['owner'],'riders/*':['dispatcher']");
        ann = Person.of(caller, "life.ann");
        bob = Person.of(caller, "life.bob");
    }

    @BeforeAll
    void openTheShop() {
        final Reply latte = owner.post(SHOP + "/menu", "{'item':'latte','name':'Latte','price':5,'stock':100}");
        assertThat(latte.status()).as(latte.text()).isEqualTo(201);
    }

    @Test
    void shouldShowEverybodyWhatIsTheirsByAFilter() {
        for (final String list : List.of("orders?customer=", "payments?customer=", "pushes?person=")) {
            assertThat(ann.get(SHOP + "/" + list + "life.ann").status())
                    .as(list)
                    .isEqualTo(200);
            assertThat(bob.get(SHOP + "/" + list + "life.ann").status())
                    .as("of somebody else: " + list)
                    .isEqualTo(403);
        }
    }

    @Test
    void shouldShowTheMenuToEverybodyAndChangeItForTheOwner() {
        assertThat(caller.get(SHOP + "/menu").status()).isEqualTo(200);
        assertThat(caller.get(SHOP + "/menu/latte/why").status()).isEqualTo(401);
        assertThat(ann.patch(SHOP + "/menu/latte", "{'price':1}").status()).isEqualTo(403);
        assertThat(owner.patch("/cafe/shops/elsewhere/menu/latte", "{'price':1}")
                        .status())
                .isEqualTo(403);
        final Reply nobody = caller.patch(SHOP + "/menu/latte", "{'price':1}", "Idempotency-Key", "nobody's");
        assertThat(nobody.header("Idempotency-Key")).isEqualTo("nobody's");
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.at("/code")).isEqualTo("AUTHENTICATION_FAILED");
        assertThat(nobody.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(nobody.token()).isEqualTo("cafe/life@0");
        assertThat(caller.put("/people/life.ann/roles", "{}").token()).isEqualTo("people/life.ann@0");
        assertThat(caller.get(SHOP + "/orders").token()).as("no write").isEmpty();
    }

    @Test
    void shouldLetCustomersOrderSeeAndCancelTheirOwnOnly() {
        final Reply placed = ann.post(SHOP + "/orders", ORDER.formatted("life.ann"), "Idempotency-Key", "anns");
        assertThat(placed.status()).as(placed.text()).isEqualTo(201);
        assertThat(ann.post(SHOP + "/orders", ORDER.formatted("life.bob")).status())
                .as("for somebody else")
                .isEqualTo(403);
        final String order = placed.header("Location");
        final String token = placed.token();

        assertThat(ann.get(order, "Journal-Token", token).status()).isEqualTo(200);
        assertThat(bob.get(order, "Journal-Token", token).status()).isEqualTo(403);
        assertThat(ann.get(SHOP + "/orders?customer=life.ann")
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(1);
        assertThat(ann.get(SHOP + "/orders").status()).isEqualTo(403);
        assertThat(ann.get(SHOP + "/orders?customer=life.bob").status()).isEqualTo(403);
        assertThat(ann.get("/cafe/customers/life.ann").status()).isEqualTo(200);
        assertThat(bob.get("/cafe/customers/life.ann").status()).isEqualTo(403);
        assertThat(bob.get("/receipts/cafe/life/anns").status()).isEqualTo(403);
        assertThat(ann.get("/receipts/cafe/life/anns").status()).isEqualTo(200);

        final Reply notBobs = bob.patch(order, CANCEL);
        assertThat(notBobs.status()).isEqualTo(403);
        assertThat(notBobs.at("/code")).isEqualTo("NOT_YOURS");
        final Reply canceled = ann.patch(order, CANCEL);
        assertThat(canceled.status()).as(canceled.text()).isEqualTo(200);
        assertThat(canceled.at("/status")).isEqualTo("CANCELED");
        assertThat(ann.patch(SHOP + "/orders/999999", CANCEL).status()).isEqualTo(404);
    }

    @Test
    void shouldLetRidersActAsNobodyElse() {
        final Person rider = Person.of(caller, "life.rider").having("'riders/life':['rider']");
        final Reply called = bob.post(ZONE + "/deliveries", "{'restaurant':'life.bob','destination':'here','cost':5}");
        assertThat(called.status()).as(called.text()).isEqualTo(201);
        final String delivery = called.header("Location");
        final String accept = "{'status':'ACCEPTED','rider':'%s'}";
        assertThat(rider.patch(delivery, accept.formatted("life.ann")).status()).isEqualTo(403);
        assertThat(ann.patch(delivery, accept.formatted("life.ann")).status())
                .as("no rider")
                .isEqualTo(403);
        assertThat(rider.patch(delivery, accept.formatted("life.rider")).status())
                .isEqualTo(200);
        assertThat(rider.patch(delivery, CANCEL).status()).isEqualTo(403);
        assertThat(rider.get(ZONE + "/deliveries?rider=life.rider").status()).isEqualTo(200);
        assertThat(rider.get(ZONE + "/calls").status()).isEqualTo(200);
        assertThat(rider.get("/riders/riders/life.rider").status()).isEqualTo(200);
        assertThat(owner.get(ZONE + "/deliveries").status()).isEqualTo(200);
    }

    @Test
    void shouldTakeARoleAwayAtOnce() {
        final Person barista = Person.of(caller, "life.barista").having("'cafe/life':['barista']");
        assertThat(barista.get(SHOP + "/productions").status()).isEqualTo(200);
        barista.having("");
        assertThat(barista.get(SHOP + "/productions").status()).isEqualTo(403);
    }

    @Test
    void shouldTellLiveWhatIsTheirsToKnow() {
        assertThat(caller.get("/events?business=cafe&desk=life").status()).isEqualTo(401);
        assertThat(caller.get("/events?person=life.ann").status()).isEqualTo(401);
        assertThat(bob.get("/events?person=life.ann&business=cafe").status()).isEqualTo(403);
    }

    @Test
    void shouldKeepWhatCouldNotBeHandledForAdmins() {
        assertThat(caller.get("/quarantine").status()).isEqualTo(401);
        assertThat(owner.get("/quarantine").status()).isEqualTo(403);
        assertThat(caller.get("/quarantine", "Authorization", Person.admin()).status())
                .isEqualTo(200);
        assertThat(caller.get("/audit").status()).isEqualTo(200);
    }

    @Test
    void shouldAskEverybodyToSignInBeforeAnythingIsLookedAt() {
        assertThat(caller.post(SHOP + "/orders", "not even JSON").status()).isEqualTo(401);
        assertThat(ann.post(SHOP + "/orders", "not even JSON").status()).isEqualTo(400);
    }
}

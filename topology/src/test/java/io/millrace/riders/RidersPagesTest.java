package io.millrace.riders;

import static io.millrace.riders.Deliveries.accept;
import static io.millrace.riders.Deliveries.call;
import static io.millrace.riders.Deliveries.complete;
import static io.millrace.riders.Deliveries.pick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.millrace.backbone.Held;
import io.millrace.backbone.Listing;
import io.millrace.backbone.Personal;
import io.millrace.backbone.Pushes;
import io.millrace.schemas.Notice;
import io.millrace.schemas.riders.Call;
import io.millrace.schemas.riders.CancelDelivery;
import io.millrace.schemas.riders.Delivery;
import io.millrace.schemas.riders.DeliveryStatus;
import io.millrace.schemas.riders.PaymentStatus;
import io.millrace.testkit.BusinessDriver;
import io.millrace.testkit.DeskTrial;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RidersPagesTest {

    private final BusinessDriver zones = new BusinessDriver(Riders.BUSINESS);
    private final Personal riders = Riders.BUSINESS.personals().getFirst();
    private final Personal restaurants = Riders.BUSINESS.personals().getLast();

    @AfterEach
    void close() {
        zones.close();
    }

    @Test
    void shouldShowARidersWorkInAllZones() {
        zones.send("gangnam", call("bonjuk", 4000));
        zones.send("gangnam", call("bonjuk", 3000));
        zones.send("hongdae", call("kyochon", 5000));
        zones.send("gangnam", accept(1, "KIM"));
        zones.send("gangnam", complete(1, "KIM"));
        zones.send("gangnam", accept(2, "KIM"));
        zones.send("hongdae", pick(1, "KIM"));
        zones.send("hongdae", complete(1, "KIM"));

        final Map<String, Object> page = rider("KIM", DeskTrial.NOON);

        assertThat(page)
                .containsEntry("rider", "KIM")
                .containsEntry("done", 2L)
                .containsEntry("earned", 9000L)
                .containsEntry("earnedToday", 9000L)
                .containsEntry("today", "2026-03-01");
        assertThat(entries(page, "current"))
                .singleElement()
                .satisfies(current -> assertThat(current)
                        .containsEntry("zone", "gangnam")
                        .containsEntry("number", 2L)
                        .containsEntry("status", DeliveryStatus.ACCEPTED)
                        .containsEntry("cost", 3000L)
                        .containsEntry("token", "riders/gangnam@7"));
        assertThat(entries(page, "zones")).extracting(zone -> zone.get("zone")).containsOnly("gangnam", "hongdae");
        assertThat((List<?>) page.get("deliveries")).hasSize(3);
    }

    @Test
    void shouldKeepCurrentWhatIsInARidersHandsHoweverMuchTheyDid() {
        zones.send("gangnam", call("bonjuk", 1));
        zones.send("gangnam", accept(1, "KIM"));
        for (int n = 2; n <= 210; n++) {
            zones.later(Duration.ofSeconds(1));
            zones.send("gangnam", call("bonjuk", 10));
            zones.send("gangnam", pick(n, "KIM"));
            zones.send("gangnam", complete(n, "KIM"));
        }

        final Map<String, Object> page = rider("KIM", DeskTrial.NOON);

        assertThat(page).containsEntry("done", 209L).containsEntry("earned", 2090L);
        assertThat(entries(page, "current")).extracting(it -> it.get("number")).containsExactly(1L);
        assertThat((List<?>) page.get("deliveries")).hasSize(200);
    }

    @Test
    void shouldShowARestaurantItsDeliveriesAndWhatTheyCost() {
        zones.send("gangnam", call("bonjuk", 4000));
        zones.send("gangnam", call("bonjuk", 3000));
        zones.send("hongdae", call("bonjuk", 5000));
        zones.send("gangnam", pick(1, "KIM"));
        zones.send("gangnam", complete(1, "KIM"));
        zones.send("gangnam", new CancelDelivery(2L));

        final Map<String, Object> page = restaurants
                .view()
                .make("bonjuk", zones.pages().person(restaurants, "bonjuk"), Map.of(), DeskTrial.NOON);

        assertThat(page)
                .containsEntry("restaurant", "bonjuk")
                .containsEntry("called", 3L)
                .containsEntry("completed", 1L)
                .containsEntry("canceled", 1L)
                .containsEntry("cost", 4000L)
                .containsEntry("outstanding", 5000L);
        assertThat((List<?>) page.get("deliveries")).hasSize(3);
    }

    @Test
    void shouldShowAPageToWhoHasDoneNothingYet() {
        assertThat(rider("NEW", Instant.parse("2026-03-01T15:00:00Z")))
                .containsEntry("done", 0L)
                .containsEntry("earned", 0L)
                .containsEntry("earnedToday", 0L)
                .containsEntry("today", "2026-03-02")
                .containsEntry("current", List.of());
    }

    @Test
    void shouldTellEveryPageHowFarEachZoneIs() {
        final long seq = zones.send("gangnam", call("bonjuk", 4000)).getSeq();
        zones.send("gangnam", accept(1, "KIM"));

        assertThat(zones.pages().appliedFor(riders, "KIM", "gangnam")).isEqualTo(seq + 2);
        assertThat(zones.pages().appliedFor(restaurants, "bonjuk", "gangnam")).isEqualTo(seq + 2);
        assertThat(zones.pages().appliedFor(riders, "KIM", "hongdae")).isZero();
    }

    @Test
    void shouldListOpenCallsOldestFirst() {
        final Listing<?> calls = listing("calls");
        zones.send("gangnam", call("bonjuk", 1));
        zones.send("gangnam", call("bonjuk", 2));
        zones.send("gangnam", call("bonjuk", 3));
        zones.send("gangnam", accept(2, "KIM"));

        assertThat(calls.oldestFirst()).isTrue();
        assertThat(zones.pages().desk("gangnam").list(ZoneBooks.CALLS, null, 10, false))
                .extracting(Held::value)
                .extracting(Call::getNumber)
                .containsExactly(1L, 3L);
    }

    @Test
    void shouldShowTheMoneyOfEachDelivery() {
        zones.send("gangnam", call("bonjuk", 4000));
        zones.send("gangnam", pick(1, "KIM"));
        zones.send("gangnam", complete(1, "KIM"));

        final Delivery delivery = zones.pages()
                .desk("gangnam")
                .list(ZoneBooks.DELIVERIES, null, 10, true)
                .getFirst()
                .value();

        assertThat(RidersPages.payment(delivery))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("delivery", 1L)
                .containsEntry("cost", 4000L)
                .containsEntry("settled", 4000L)
                .containsEntry("status", PaymentStatus.SETTLED);
    }

    @Test
    void shouldTellTheRestaurantWhereItsDeliveryIsAndTheRiderThatItIsCalledOff() {
        zones.send("gangnam", call("bonjuk", 4000));
        zones.send("gangnam", accept(1, "KIM"));
        zones.send("gangnam", pick(1, "KIM"));
        zones.send("gangnam", complete(1, "KIM"));
        zones.send("gangnam", call("bonjuk", 4000));
        zones.send("gangnam", new CancelDelivery(2L));
        zones.send("gangnam", call("bonjuk", 4000));
        zones.send("gangnam", accept(3, "KIM"));
        zones.send("gangnam", new CancelDelivery(3L));

        assertThat(zones.notices())
                .extracting(Notice::getPerson, Notice::getMessage)
                .containsExactly(
                        tuple("bonjuk", RidersNotices.ACCEPTED),
                        tuple("bonjuk", RidersNotices.PICKED),
                        tuple("bonjuk", RidersNotices.COMPLETED),
                        tuple("bonjuk", RidersNotices.ACCEPTED),
                        tuple("KIM", RidersNotices.CANCELED));
        assertThat(zones.pages().desk("gangnam").list(Pushes.SHELF, null, 10, true))
                .extracting(held -> held.value().getAbout())
                .containsExactly("deliveries/3", "deliveries/3", "deliveries/1", "deliveries/1", "deliveries/1");
    }

    @Test
    void shouldShowAsManyAsWereAskedFor() {
        for (int n = 1; n <= 3; n++) {
            zones.send("gangnam", call("bonjuk", 4000));
            zones.send("gangnam", accept(n, "KIM"));
        }
        final Map<String, String> two = Map.of(Personal.LIMIT, "2");

        assertThat(List.of(
                        riders.view().make("KIM", zones.pages().person(riders, "KIM"), two, DeskTrial.NOON),
                        restaurants
                                .view()
                                .make("bonjuk", zones.pages().person(restaurants, "bonjuk"), two, DeskTrial.NOON)))
                .allSatisfy(page -> assertThat((List<?>) page.get("deliveries")).hasSize(2));
        assertThat(restaurants
                        .view()
                        .make("bonjuk", zones.pages().person(restaurants, "bonjuk"), two, DeskTrial.NOON)
                        .get("pushes"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(2);
        assertThat((List<?>) rider("KIM", DeskTrial.NOON).get("deliveries")).hasSize(3);
    }

    private Map<String, Object> rider(final String who, final Instant now) {
        return riders.view().make(who, zones.pages().person(riders, who), Map.of(), now);
    }

    private static Listing<?> listing(final String path) {
        return Riders.BUSINESS.listings().stream()
                .filter(it -> it.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> entries(final Map<String, Object> page, final String name) {
        return (List<Map<String, Object>>) Objects.requireNonNull(page.get(name));
    }
}

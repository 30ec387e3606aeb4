package io.millrace.riders;

import static io.millrace.riders.Deliveries.accept;
import static io.millrace.riders.Deliveries.atMost;
import static io.millrace.riders.Deliveries.call;
import static io.millrace.riders.Deliveries.complete;
import static io.millrace.riders.Deliveries.pick;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.RefusalKind;
import io.millrace.schemas.Step;
import io.millrace.schemas.riders.Call;
import io.millrace.schemas.riders.CallRider;
import io.millrace.schemas.riders.CancelDelivery;
import io.millrace.schemas.riders.Delivery;
import io.millrace.schemas.riders.DeliveryAccepted;
import io.millrace.schemas.riders.DeliveryCalled;
import io.millrace.schemas.riders.DeliveryPicked;
import io.millrace.schemas.riders.DeliveryStatus;
import io.millrace.schemas.riders.DoNothing;
import io.millrace.schemas.riders.House;
import io.millrace.schemas.riders.Payment;
import io.millrace.schemas.riders.PaymentStatus;
import io.millrace.schemas.riders.RestaurantJoined;
import io.millrace.schemas.riders.RiderJoined;
import io.millrace.schemas.riders.SetHouseRules;
import io.millrace.testkit.DeskTrial;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneDeskTest {

    private final DeskTrial zone = DeskTrial.at(Riders.BUSINESS, "gangnam");

    @Test
    void shouldRegisterThePaymentWithTheCall() {
        final Delivery delivery = zone.when(call("bonjuk", 4000))
                .then(new RestaurantJoined("bonjuk"), new DeliveryCalled(1L, "bonjuk", "12 Teheran-ro", 4000L))
                .shown(Delivery.class);

        assertThat(delivery.getStatus()).isEqualTo(DeliveryStatus.CALLED);
        assertThat(delivery.getPayment()).isEqualTo(new Payment(4000L, PaymentStatus.REGISTERED));
        assertThat(delivery.getSettled()).isZero();
        assertThat(delivery.getRider()).isNull();
    }

    @Test
    void shouldNumberCallsWithoutGaps() {
        zone.given(call("bonjuk", 1), call("kyochon", 2))
                .when(call("bonjuk", 0))
                .thenRefused("MALFORMED");
        zone.when(call("bonjuk", 3)).then(new DeliveryCalled(3L, "bonjuk", "12 Teheran-ro", 3L));
    }

    @Test
    void shouldSettleWhatItCostsWhenTheDeliveryIsCompleted() {
        final Delivery delivery = zone.given(call("bonjuk", 4000), accept(1, "KIM"))
                .later(Duration.ofMinutes(20))
                .given(pick(1, "KIM"))
                .when(complete(1, "KIM"))
                .shown(Delivery.class);

        assertThat(delivery.getSettled()).isEqualTo(4000);
        assertThat(delivery.getPayment()).isEqualTo(new Payment(4000L, PaymentStatus.SETTLED));
        assertThat(delivery.getHistory())
                .extracting(Step::getStatus)
                .containsExactly("CALLED", "ACCEPTED", "PICKED", "COMPLETED");
        assertThat(delivery.getCalledAt()).isEqualTo(DeskTrial.NOON);
        assertThat(delivery.getUpdatedAt()).isEqualTo(DeskTrial.NOON.plusSeconds(1200));
    }

    @Test
    void shouldVoidThePaymentOfACanceledCallAndFreeItsRider() {
        final Delivery delivery = zone.given(atMost(1), call("bonjuk", 4000), call("bonjuk", 1), accept(1, "KIM"))
                .when(new CancelDelivery(1L))
                .shown(Delivery.class);

        assertThat(delivery.getPayment().getStatus()).isEqualTo(PaymentStatus.VOIDED);
        assertThat(delivery.getSettled()).isZero();
        zone.given(accept(2, "KIM"));
    }

    @Test
    void shouldLetARiderPickUpStraightFromTheOpenCalls() {
        zone.given(call("bonjuk", 4000))
                .when(pick(1, "KIM"))
                .then(
                        new RiderJoined("KIM", "Asia/Seoul"),
                        new DeliveryPicked(1L, "KIM", "bonjuk", "12 Teheran-ro", 4000L, DeskTrial.NOON));
    }

    @Test
    void shouldOpenARidersAccountOnlyOnce() {
        zone.given(call("bonjuk", 1), call("bonjuk", 2), accept(1, "KIM"))
                .when(accept(2, "KIM"))
                .thenHappened(DeliveryAccepted.class);
    }

    @Test
    void shouldTakeCallsWithNobodyThereAndKeepThemInTheirOrder() {
        zone.given(call("bonjuk", 1), call("kyochon", 2))
                .later(Duration.ofDays(30))
                .given(call("bonjuk", 3), accept(2, "KIM"));

        assertThat(zone.books().all(ZoneBooks.CALLS))
                .extracting(Call::getNumber)
                .containsExactly(1L, 3L);
    }

    @Test
    void shouldRefuseACallThatAnotherRiderHas() {
        zone.given(call("bonjuk", 1), accept(1, "KIM"))
                .when(accept(1, "LEE"))
                .thenRefused("TAKEN")
                .hinting("state", "ACCEPTED");
        assertThat(zone.refusal().getKind()).isEqualTo(RefusalKind.CONFLICT);
    }

    @Test
    void shouldRefuseMoreThanARiderMayCarry() {
        zone.given(call("a", 1), call("a", 1), call("a", 1), call("a", 1))
                .given(accept(1, "KIM"), pick(2, "KIM"), accept(3, "KIM"))
                .when(accept(4, "KIM"))
                .thenRefused("RIDER_BUSY")
                .hinting("active", 3L)
                .hinting("maxActive", 3L);
        assertThat(zone.refusal().getKind()).isEqualTo(RefusalKind.CONFLICT);
        zone.when(pick(4, "KIM")).thenRefused("RIDER_BUSY");
        zone.when(accept(3, "LEE")).thenRefused("TAKEN");
        zone.given(pick(1, "KIM"), complete(1, "KIM"), accept(4, "KIM"));
    }

    @Test
    void shouldLetARiderFinishWhatTheyCarryWhenTheHouseAllowsLess() {
        zone.given(call("a", 1), call("a", 1), accept(1, "KIM"), accept(2, "KIM"), atMost(1))
                .given(pick(1, "KIM"), complete(1, "KIM"));
        zone.given(call("a", 1)).when(accept(3, "KIM")).thenRefused("RIDER_BUSY");
    }

    @Test
    void shouldRefuseToHandAnothersDeliveryOver() {
        zone.given(call("bonjuk", 1), accept(1, "KIM")).when(pick(1, "LEE")).thenRefused("NOT_YOURS");
        assertThat(zone.refusal().getKind()).isEqualTo(RefusalKind.FORBIDDEN);
        zone.when(complete(1, "LEE")).thenRefused("NOT_YOURS");
    }

    @Test
    void shouldRefuseAStepThatTheStateDoesNotAllow() {
        zone.given(call("bonjuk", 1), pick(1, "KIM"))
                .when(new CancelDelivery(1L))
                .thenRefused("WRONG_STATE")
                .hinting("state", "PICKED");
    }

    @Test
    void shouldRefuseADeliveryThatIsNotThere() {
        zone.when(accept(1, "KIM")).thenRefused("NOT_FOUND");
        zone.when(pick(1, "KIM")).thenRefused("NOT_FOUND");
        zone.when(complete(1, "KIM")).thenRefused("NOT_FOUND");
        zone.when(new CancelDelivery(1L)).thenRefused("NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({
        "bad name, Seoul, 1, restaurant",
        "bonjuk, '', 1, destination",
        "bonjuk, Seoul, 0, cost",
        "bonjuk, Seoul, 1000000000001, cost"
    })
    void shouldRefuseAMalformedCall(
            final String restaurant, final String destination, final long cost, final String field) {
        zone.when(new CallRider(restaurant, destination, cost)).thenRefused("MALFORMED");
        assertThat(zone.refusal().getDetail()).startsWith(field);
    }

    @Test
    void shouldRefuseAMalformedHouse() {
        zone.when(new SetHouseRules(null, 0L, "Mars/Olympus")).thenRefused("MALFORMED");
        assertThat(zone.refusal().getDetail()).contains("maxActive", "timeZone");
    }

    @Test
    void shouldSetAndShowItsHouseRules() {
        final House house =
                zone.when(new SetHouseRules("Gangnam", 5L, "Europe/Berlin")).shown(House.class);
        assertThat(house).isEqualTo(new House("Gangnam", 5L, "Europe/Berlin", DeskTrial.NOON));
    }

    @Test
    void shouldDoNothingWhenToldSo() {
        zone.when(new DoNothing()).then();
        assertThat(List.copyOf(zone.journal())).isEmpty();
    }
}

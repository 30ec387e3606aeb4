package io.millrace.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.Running;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Riders' dispatch over HTTP: one call, one rider, one settlement. */
@ExtendWith(Running.class)
class RidersLifeTest {

    private static final String ZONES = "/riders/zones/";

    private final Caller caller;

    RidersLifeTest(final Caller caller) {
        this.caller = caller;
    }

    @Test
    void shouldSettleACallWithTheRiderWhoTookIt() {
        final String zone = ZONES + "north";
        final Reply called = call(zone, "bistro", 3500);
        assertThat(called.status()).as(called.text()).isEqualTo(201);
        assertThat(called.at("/status")).isEqualTo("CALLED");
        assertThat(called.at("/payment/status")).isEqualTo("REGISTERED");
        final Reply open = caller.get(zone + "/calls", "Journal-Token", called.token());
        assertThat(open.json().at("/items").size()).isEqualTo(1);
        assertThat(caller.get(zone + "/calls/1").at("/cost")).isEqualTo("3500");
        assertThat(caller.get(zone + "/calls/1/why").at("/event")).isEqualTo("DeliveryCalled");

        assertThat(step(zone, 1, "ACCEPTED", "R1").at("/status")).isEqualTo("ACCEPTED");
        assertThat(step(zone, 1, "ACCEPTED", "R2").at("/code")).isEqualTo("TAKEN");
        final Reply notYours = step(zone, 1, "PICKED", "R2");
        assertThat(notYours.status()).isEqualTo(403);
        assertThat(notYours.at("/code")).isEqualTo("NOT_YOURS");
        assertThat(step(zone, 1, "PICKED", "R1").at("/status")).isEqualTo("PICKED");
        final Reply done = step(zone, 1, "COMPLETED", "R1");
        assertThat(done.at("/settled")).isEqualTo("3500");

        final Reply rider = caller.get("/riders/riders/R1", "Journal-Token", done.token());
        assertThat(rider.at("/done")).isEqualTo("1");
        assertThat(rider.at("/earned")).isEqualTo("3500");
        assertThat(rider.at("/earnedToday")).isEqualTo("3500");
        final Reply payment = caller.get(zone + "/payments/1", "Journal-Token", done.token());
        assertThat(payment.at("/status")).isEqualTo("SETTLED");
        assertThat(caller.get(zone + "/deliveries?rider=R1").json().at("/items").size())
                .isEqualTo(1);
        assertThat(caller.get("/riders/restaurants/bistro", "Journal-Token", done.token())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void shouldVoidACallThatItsRestaurantCancels() {
        final String zone = ZONES + "south";
        call(zone, "diner", 2000);
        final Reply canceled = caller.patch(zone + "/deliveries/1", "{'status':'CANCELED'}");
        assertThat(canceled.status()).as(canceled.text()).isEqualTo(200);
        assertThat(canceled.at("/payment/status")).isEqualTo("VOIDED");
        assertThat(step(zone, 1, "ACCEPTED", "R1").at("/code")).isEqualTo("WRONG_STATE");
    }

    @Test
    void shouldLetOneOfManyWinEachCall() {
        final String zone = ZONES + "rush";
        caller.put(zone, "{'maxActive':2}");
        IntStream.rangeClosed(1, 5).forEach(_ -> call(zone, "bistro", 1000));
        final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
        try (ExecutorService riders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int rider = 0; rider < 20; rider++) {
                final String who = "rush" + rider;
                riders.submit(() ->
                        IntStream.rangeClosed(1, 5).forEach(call -> replies.add(step(zone, call, "ACCEPTED", who))));
            }
        }
        final List<Reply> won =
                replies.stream().filter(reply -> reply.status() == 200).toList();
        assertThat(won).hasSize(5);
        assertThat(won.stream().map(reply -> reply.at("/number")).distinct()).hasSize(5);
        assertThat(replies.stream().filter(reply -> reply.status() != 200))
                .allSatisfy(reply -> assertThat(reply.at("/code")).isIn("TAKEN", "RIDER_BUSY"));
        won.stream()
                .map(reply -> reply.at("/rider"))
                .distinct()
                .forEach(rider -> assertThat(
                                won.stream().filter(reply -> reply.at("/rider").equals(rider)))
                        .hasSizeLessThanOrEqualTo(2));
    }

    private Reply call(final String zone, final String restaurant, final int cost) {
        return caller.post(
                zone + "/deliveries",
                "{'restaurant':'%s','destination':'12 Mill Lane','cost':%d}".formatted(restaurant, cost));
    }

    private Reply step(final String zone, final long number, final String status, final String rider) {
        return caller.patch(zone + "/deliveries/" + number, "{'status':'%s','rider':'%s'}".formatted(status, rider));
    }
}

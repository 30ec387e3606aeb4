package io.millrace.api.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.api.kit.Broker;
import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Heard;
import io.millrace.api.kit.WholeProcess;
import io.millrace.api.wiring.Backbone;
import io.millrace.backbone.Business;
import io.millrace.cafe.Cafe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A client that is cut off again and again, and comes back now to this instance, now to that. */
class CutOffTest {

    private static final List<Business> CAFE = List.of(Cafe.BUSINESS);
    private static final int EVENTS = 5_000;
    private static final int CUTS = 50;
    private static final int CALLERS = 100;
    private static final String RESTOCK = "{'quantity':1}";

    @Test
    void shouldHearEveryEventOnceAndInOrderThoughCutOffFiftyTimes() throws Exception {
        try (Broker broker = Broker.start();
                Backbone one = Backbone.start(WholeProcess.settings(broker, "one", CAFE));
                Backbone two = Backbone.start(WholeProcess.settings(broker, "two", CAFE));
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            final List<Caller> instances = List.of(new Caller(one.port()), new Caller(two.port()));
            instances.getFirst().post("/cafe/shops/cut/menu", "{'item':'latte','name':'Latte','price':4500,'stock':0}");
            for (int caller = 0; caller < CALLERS; caller++) {
                callers.submit(() -> {
                    for (int i = 0; i < (EVENTS - 1) / CALLERS + 1; i++) {
                        instances.getFirst().post("/cafe/shops/cut/menu/latte/restocks", RESTOCK);
                    }
                });
            }

            final List<String> desk = new ArrayList<>();
            String last = "cafe/cut@0";
            int cuts = 0;
            while (desk.size() < EVENTS) {
                final int left = EVENTS - desk.size();
                final int more = cuts < CUTS ? Math.max(1, left / (CUTS - cuts) / 3) : left;
                final Heard heard = instances.get(cuts % 2).listen("business=cafe&desk=cut", last);
                await().atMost(Duration.ofSeconds(120))
                        .until(() -> heard.messages().size() >= more);
                heard.close();
                // whatever else had come when it was cut off was not looked at
                heard.messages().subList(0, more).forEach(message -> desk.add(message.id()));
                last = desk.getLast();
                cuts++;
            }

            assertThat(cuts).isGreaterThanOrEqualTo(CUTS);
            assertThat(desk)
                    .isEqualTo(IntStream.rangeClosed(1, EVENTS)
                            .mapToObj(seq -> "cafe/cut@" + seq)
                            .toList());
        }
    }
}

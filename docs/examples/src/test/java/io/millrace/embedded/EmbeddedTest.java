package io.millrace.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.api.kit.Broker;
import io.millrace.backbone.Shelf;
import io.millrace.cafe.Cafe;
import io.millrace.cafe.ShopBooks;
import io.millrace.schemas.cafe.Item;
import io.millrace.schemas.cafe.Line;
import io.millrace.schemas.cafe.Order;
import io.millrace.schemas.cafe.OrderType;
import io.millrace.schemas.cafe.PlaceOrder;
import io.millrace.schemas.cafe.RegisterItem;
import io.millrace.schemas.cafe.Want;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A café inside a test, with a broker and nothing else. */
class EmbeddedTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void shouldRunABusinessWithoutHttp(@TempDir final Path state) throws Exception {
        try (Broker broker = Broker.start();
                Embedded cafe = new Embedded(Cafe.BUSINESS, broker.bootstrap(), "mock://embedded", state)) {
            cafe.send("c1", "gangnam", new RegisterItem("latte", "Caffè latte", 4500L, 3L));
            final PlaceOrder order = new PlaceOrder("HSI", OrderType.TAKEOUT, List.of(new Want("latte", 2L)));
            cafe.send("c2", "gangnam", order);
            cafe.send("c2", "gangnam", order);
            cafe.send("c3", "gangnam", new RegisterItem("mocha", "Caffè mocha", 5000L, 3L));

            // a desk does one thing at a time: what it was sent before the mocha is on its pages once the mocha is
            await().atMost(SOON)
                    .ignoreException(InvalidStateStoreException.class)
                    .until(() -> cafe.find("gangnam", ShopBooks.ITEMS, "mocha").isPresent());

            final Optional<Order> placed = cafe.find("gangnam", ShopBooks.ORDERS, Shelf.numberId(1));
            assertThat(placed.orElseThrow().getLines().stream().map(Line::getItem))
                    .containsExactly("latte");
            final Optional<Item> latte = cafe.find("gangnam", ShopBooks.ITEMS, "latte");
            assertThat(latte.orElseThrow().getStock())
                    .as("the second sending did nothing")
                    .isEqualTo(1);
        }
    }
}

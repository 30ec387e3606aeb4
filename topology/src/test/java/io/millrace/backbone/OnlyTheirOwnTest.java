package io.millrace.backbone;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.backbone.stream.MillraceHeaders;
import io.millrace.cafe.Cafe;
import io.millrace.schemas.cafe.CancelOrder;
import io.millrace.schemas.cafe.OrderType;
import io.millrace.schemas.cafe.PlaceOrder;
import io.millrace.schemas.cafe.RegisterItem;
import io.millrace.schemas.cafe.RestockItem;
import io.millrace.schemas.cafe.Want;
import io.millrace.testkit.BusinessDriver;
import io.millrace.testkit.Laws.Sent;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** Who was let in for what is their own only, and for nothing else. */
class OnlyTheirOwnTest {

    @Test
    void shouldRefuseWhatNobodyCanTellToBeTheirs() {
        try (BusinessDriver cafe = new BusinessDriver(Cafe.BUSINESS)) {
            cafe.send("gangnam", new RegisterItem("latte", "Latte", 4500L, 9L));
            cafe.send("gangnam", order("ann"));
            cafe.send("gangnam", order("bob"));
            cafe.with(new RecordHeaders(List.of(MillraceHeaders.onlyOwn(List.of("customer")))));

            assertThat(codeOf(cafe, new CancelOrder(1L))).as("her own").isEmpty();
            assertThat(codeOf(cafe, new CancelOrder(2L))).as("somebody else's").isEqualTo("NOT_YOURS");
            assertThat(codeOf(cafe, new CancelOrder(3L))).as("nobody's").isEqualTo("NOT_FOUND");
            assertThat(codeOf(cafe, new RestockItem("latte", 1L)))
                    .as("about what has no customer")
                    .isEqualTo("NOT_YOURS");
            assertThat(codeOf(cafe, new RegisterItem("mocha", "Mocha", 5000L, 1L)))
                    .as("about nothing that is there")
                    .isEqualTo("NOT_YOURS");
        }
    }

    private static PlaceOrder order(final String customer) {
        return new PlaceOrder(customer, OrderType.TAKEOUT, List.of(new Want("latte", 1L)));
    }

    private static String codeOf(final BusinessDriver cafe, final SpecificRecord command) {
        final var refused = cafe.send(new Sent("gangnam", command, "ann")).getRefused();
        return refused == null ? "" : refused.getCode();
    }
}

package io.millrace.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.schemas.cafe.ChangeItem;
import io.millrace.schemas.cafe.Dispatch;
import io.millrace.schemas.cafe.PlaceOrder;
import io.millrace.schemas.cafe.SetHouseRules;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandBinderTest {

    private final CommandBinder house = new CommandBinder(SetHouseRules.class, Set.of());
    private final CommandBinder change = new CommandBinder(ChangeItem.class, Set.of("item"));
    private final CommandBinder order = new CommandBinder(PlaceOrder.class, Set.of());

    @Test
    void shouldTakeDefaultsForWhatIsLeftOut() {
        final SetHouseRules rules =
                (SetHouseRules) Objects.requireNonNull(bound(house, "{'dispatch':'RIDER'}", Map.of()));
        assertThat(rules.getDispatch()).isEqualTo(Dispatch.RIDER);
        assertThat(rules.getPaymentTimeout()).isEqualTo("PT10M");
        assertThat(rules.getName()).isNull();
    }

    @Test
    void shouldFillFromThePath() {
        final ChangeItem changed =
                (ChangeItem) Objects.requireNonNull(bound(change, "{'price':7}", Map.of("item", "latte")));
        assertThat(changed.getItem()).isEqualTo("latte");
        assertThat(changed.getPrice()).isEqualTo(7);
        assertThat(bound(change, "{}", Map.of("item", "No Id"))).isNull();
        assertThatThrownBy(() -> bound(change, "{'item':'mocha'}", Map.of("item", "latte")))
                .hasMessageContaining("item is unknown here; there is: name, price");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'dispatch':null}",
                "{'dispatch':'auto'}",
                "{'paymentTimeout':'10 minutes'}",
                "{'paymentTimeout':600}",
                "{'name':''}",
                "{'name':'a\\nb'}"
            })
    void shouldRefuseWhatTheSchemaDoesNotAllow(final String body) {
        assertThatThrownBy(() -> bound(house, body, Map.of())).isInstanceOf(MalformedException.class);
    }

    @Test
    void shouldSayWhereABodyStopsBeingJson() {
        assertThatThrownBy(() -> bound(house, "{'name':3", Map.of()))
                .hasMessage("The body is not JSON at line 1, column 10: "
                        + "Unexpected end-of-input: expected close marker for Object");
    }

    @ParameterizedTest
    @MethodSource("numbers")
    @Timeout(10)
    void shouldNameTheFieldOfANumberThatIsTooLong(final String number) {
        assertThatThrownBy(() -> bound(change, "{'price':" + number + "}", Map.of("item", "latte")))
                .hasMessage("price must be a whole number from 0 to 10000000");
    }

    /** None of them may ever be expanded: the last ones would fill a disk. */
    static List<String> numbers() {
        return List.of(
                "1".repeat(20),
                "1".repeat(41),
                "-" + "9".repeat(60),
                "7".repeat(60_000),
                "0." + "3".repeat(60_000),
                "1e400",
                "1e999999999",
                "-1E+999999999",
                "1e" + "9".repeat(60_000));
    }

    @Test
    void shouldRefuseTooManyLines() {
        final String line = "{'item':'latte','quantity':1},";
        final String lines = line.repeat(101).substring(0, 101 * line.length() - 1);
        assertThatThrownBy(() -> bound(order, "{'customer':'HSI','type':'TAKEOUT','lines':[" + lines + "]}", Map.of()))
                .hasMessage("lines must be a list of 1 to 100");
    }

    @Test
    void shouldNotListProblemsWithoutEnd() {
        final String body = "{'customer':'HSI','type':'TAKEOUT','lines':[" + "1,".repeat(5_000) + "1]}";
        assertThatThrownBy(() -> bound(order, body, Map.of()))
                .isInstanceOfSatisfying(
                        MalformedException.class, e -> assertThat(e.problems()).hasSize(50));
    }

    private static @Nullable SpecificRecord bound(
            final CommandBinder binder, final String body, final Map<String, String> path) {
        final Problems problems = new Problems();
        final byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return binder.bind(Sent.object(bytes, problems), path, problems);
    }
}

package io.millrace.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.Running;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys may hold any visible character, and stand in the addresses of receipts. */
@ExtendWith(Running.class)
class KeysTest {

    private static final String LATTE = "{'item':'latte','name':'Latte','price':4500,'stock':100}";

    private final Caller caller;

    KeysTest(final Caller caller) {
        this.caller = caller;
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\b", "\\", "a%5Cb", "a/../b", "a//b;c", "a?b#c", "<{|}>\"^`~+"})
    void shouldFindTheReceiptByAnyKeyThatCanBeGiven(final String key) {
        final Reply taken = caller.post("/cafe/shops/keys/menu", LATTE, "Prefer", "wait=0", "Idempotency-Key", key);
        assertThat(taken.status()).as(taken.text()).isEqualTo(202);
        assertThat(taken.header("Content-Type")).as("of nothing").isEmpty();
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            final Reply receipt = caller.get(taken.header("Location"));
            assertThat(receipt.status()).as(receipt.text()).isEqualTo(200);
            assertThat(receipt.at("/key")).isEqualTo(key);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cafe/shops/%5C/menu",
                "/cafe/shops/keys/menu/a%5Cb",
                "/web/..%5C..%5Cweb%5Cindex.html",
                "/web/%2e%2e%5Cindex.html"
            })
    void shouldFindNothingElseByWhatOnlyKeysMayHold(final String path) {
        assertThat(caller.get(path).status()).isBetween(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%0Ab", "%1f", "%7F"})
    void shouldLetNothingInThatCannotBeSeen(final String id) {
        for (final String path : new String[] {"/receipts/cafe/keys/", "/cafe/shops/keys/menu/", "/web/"}) {
            final Reply refused = caller.get(path + id);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.at("/code")).isEqualTo("MALFORMED");
        }
    }
}

package io.millrace.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.Running;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who asks with HEAD is told what GET would tell, but for the body. */
@ExtendWith(Running.class)
class HeadTest {

    private final Caller caller;

    HeadTest(final Caller caller) {
        this.caller = caller;
    }

    @ParameterizedTest
    @CsvSource({
        "/cafe/shops/heads/orders,200",
        "/cafe/shops/heads/orders/99999,404",
        "/cafe/shops/heads/orders?limit=0,400",
        "/cafe/shops/heads/menu/latte/restocks,405",
        "/bank/accounts/heads,401",
        "/receipts/cafe/heads/never,404",
        "/nowhere,404",
        "/openapi.json,200",
        "/,200",
        "/livez,200"
    })
    void shouldTellByHeadWhatGetTells(final String path, final int status) {
        final Reply get = caller.send("GET", path, "");
        final Reply head = caller.send("HEAD", path, "");
        assertThat(get.status()).as(get.text()).isEqualTo(status);
        assertThat(head.status()).isEqualTo(status);
        assertThat(head.text()).isEmpty();
        assertThat(headers(head)).isEqualTo(headers(get));
    }

    @Test
    void shouldFollowNothingForWhoAsksOnlyForTheHeadOfALiveStream() {
        assertThat(caller.send("HEAD", "/events?business=cafe&desk=heads", "").text())
                .isEmpty();
    }

    private static Map<String, List<String>> headers(final Reply reply) {
        final Map<String, List<String>> headers =
                new TreeMap<>(reply.response().headers().map());
        headers.remove("date");
        return headers;
    }
}

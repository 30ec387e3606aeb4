package io.millrace.infra.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.infra.load.Answer;
import io.millrace.infra.load.Caller;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What tests say to a café over HTTP. */
final class Cafes {

    private static final Pattern NUMBER = Pattern.compile("\"number\":(\\d+)");
    private static final Pattern STOCK = Pattern.compile("\"stock\":(\\d+)");

    private Cafes() {}

    static void register(final Caller caller, final String shop, final String item, final long stock)
            throws IOException {
        final Answer answer = caller.post(
                "/cafe/shops/" + shop + "/menu",
                "{\"item\":\"%s\",\"name\":\"%s\",\"price\":4500,\"stock\":%d}".formatted(item, item, stock),
                "Prefer",
                "wait=30");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    static Answer order(final Caller caller, final String shop, final String customer, final String key)
            throws IOException {
        return caller.post(
                "/cafe/shops/" + shop + "/orders",
                "{\"customer\":\"%s\",\"type\":\"TAKEOUT\",\"lines\":[{\"item\":\"latte\",\"quantity\":1}]}"
                        .formatted(customer),
                "Idempotency-Key",
                key,
                "Prefer",
                "wait=30");
    }

    static long stock(final Caller caller, final String shop, final String token) throws IOException {
        final Answer answer =
                caller.get("/cafe/shops/" + shop + "/menu/latte", "Journal-Token", token, "Prefer", "wait=30");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return find(STOCK, answer.body());
    }

    static long number(final Answer order) {
        return find(NUMBER, order.body());
    }

    static String token(final Answer answer) {
        return answer.header("Journal-Token").orElseThrow();
    }

    private static long find(final Pattern pattern, final String body) {
        final Matcher matcher = pattern.matcher(body);
        assertThat(matcher.find()).as("%s in %s", pattern, body).isTrue();
        return Long.parseLong(matcher.group(1));
    }
}

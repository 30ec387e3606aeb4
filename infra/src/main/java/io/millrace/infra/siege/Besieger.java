package io.millrace.infra.siege;

import io.millrace.infra.load.Answer;
import io.millrace.infra.load.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One caller: places an order, reads it back with the newest token it has seen, and so on. */
final class Besieger {

    private static final Pattern NUMBER = Pattern.compile("\"number\":(\\d+)");
    private static final String TOKEN = "Journal-Token";

    private final int who;
    private final String tag;
    private final List<String> shops;
    private final Ledger ledger;
    private final Patiently patiently;
    private final Map<String, Long> seen = new HashMap<>();

    Besieger(final int who, final String tag, final List<String> shops, final Caller caller, final Ledger ledger) {
        this.who = who;
        this.tag = tag;
        this.shops = shops;
        this.ledger = ledger;
        this.patiently = new Patiently(caller, ledger);
    }

    void turn(final long n) {
        final String shop = shops.get(ThreadLocalRandom.current().nextInt(shops.size()));
        final String key = tag + "-" + who + "-" + n;
        final Optional<Ledger.Told> order = timed("an order at " + shop, () -> place(shop, key));
        order.ifPresent(it -> {
            ledger.told.put(key, it);
            timed("a read at " + shop, () -> readBack(it));
        });
    }

    private <T> Optional<T> timed(final String what, final Supplier<Optional<T>> transaction) {
        final long begun = System.nanoTime();
        final Optional<T> done = transaction.get();
        ledger.took(who, what, begun, System.nanoTime());
        if (done.isEmpty()) {
            ledger.failed.increment();
        }
        return done;
    }

    private Optional<Ledger.Told> place(final String shop, final String key) {
        ledger.writes.increment();
        final String body =
                "{\"customer\":\"" + key + "\",\"type\":\"TAKEOUT\",\"lines\":[{\"item\":\"latte\",\"quantity\":1}]}";
        return patiently
                .ask(caller -> caller.post("/cafe/shops/" + shop + "/orders", body, "Idempotency-Key", key))
                .flatMap(answer -> {
                    final Matcher number = NUMBER.matcher(answer.body());
                    if (answer.status() != 201 || !number.find()) {
                        ledger.remark(key + " was answered " + answer.status() + " " + answer.body());
                        return Optional.empty();
                    }
                    see(shop, answer);
                    return Optional.of(new Ledger.Told(shop, key, Long.parseLong(number.group(1))));
                });
    }

    /** With the token of all that this caller has seen of the shop: nothing of it may be missing. */
    private Optional<Answer> readBack(final Ledger.Told order) {
        ledger.reads.increment();
        final long atLeast = seen.getOrDefault(order.shop(), 0L);
        final String path = "/cafe/shops/" + order.shop() + "/orders/" + order.number();
        final Optional<Answer> answer =
                patiently.ask(caller -> caller.get(path, TOKEN, "cafe/" + order.shop() + "@" + atLeast));
        return answer.filter(it -> {
            final boolean there = it.status() == 200 && it.body().contains("\"" + order.key() + "\"");
            if (!there || seq(it) < atLeast) {
                ledger.backInTime.increment();
                ledger.remark("with token @" + atLeast + " " + path + " was answered " + it.status() + " @" + seq(it)
                        + " " + it.body());
            }
            see(order.shop(), it);
            return it.status() == 200;
        });
    }

    private void see(final String shop, final Answer answer) {
        seen.merge(shop, seq(answer), Math::max);
    }

    private static long seq(final Answer answer) {
        return answer.header(TOKEN)
                .map(token -> Long.parseLong(token.substring(token.lastIndexOf('@') + 1)))
                .orElse(-1L);
    }
}

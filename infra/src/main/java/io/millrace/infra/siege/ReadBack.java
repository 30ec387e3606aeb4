package io.millrace.infra.siege;

import io.millrace.infra.load.Answer;
import io.millrace.infra.load.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** When it is over: reads everything back, and compares it with what the callers were told. */
final class ReadBack {

    /** {@code found} orders lie in the shops; of what callers were told, some are lost, or there twice. */
    record Account(long found, long lost, long doubled, boolean addsUp) {}

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Patiently patiently;
    private final Ledger ledger;
    private final long stock;
    private final Map<String, Ledger.Told> found = new HashMap<>();
    private long orders;
    private long doubled;
    private boolean addsUp = true;

    ReadBack(final Caller caller, final Ledger ledger, final long stock) {
        this.patiently = new Patiently(caller, ledger);
        this.ledger = ledger;
        this.stock = stock;
    }

    Account of(final List<String> shops) {
        shops.forEach(this::shop);
        long lost = 0;
        for (final Ledger.Told told : ledger.told.values()) {
            if (!told.equals(found.get(told.key()))) {
                lost++;
                ledger.remark("lost: " + told + ", there is " + found.get(told.key()));
            }
        }
        return new Account(orders, lost, doubled, addsUp);
    }

    private void shop(final String shop) {
        final String path = "/cafe/shops/" + shop;
        long inShop = 0;
        long highest = 0;
        String after = "";
        do {
            final JsonNode page = read(path + "/orders?limit=200" + after);
            for (final JsonNode order : page.path("items")) {
                final Ledger.Told one = new Ledger.Told(
                        shop,
                        order.path("customer").asString(),
                        order.path("number").asLong());
                inShop++;
                highest = Math.max(highest, one.number());
                if (found.put(one.key(), one) != null) {
                    doubled++;
                    ledger.remark("doubled: " + one);
                }
            }
            final JsonNode next = page.path("next");
            after = next.isString() ? "&after=" + next.asString() : "";
        } while (!after.isEmpty());
        orders += inShop;
        final long left = read(path + "/menu/latte").path("stock").asLong();
        if (highest != inShop || left != stock - inShop) {
            addsUp = false;
            ledger.remark(shop + " has " + inShop + " orders up to number " + highest + ", and " + left + " of " + stock
                    + " in stock");
        }
    }

    private JsonNode read(final String path) {
        final Answer answer = patiently
                .ask(caller -> caller.get(path))
                .filter(it -> it.status() == 200)
                .orElseThrow(() -> new IllegalStateException("can't be read back: " + path));
        return MAPPER.readTree(answer.body());
    }
}

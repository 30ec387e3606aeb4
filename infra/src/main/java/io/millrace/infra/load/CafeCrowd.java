package io.millrace.infra.load;

import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;

/** What people do at a café chain all day, each a turn of a {@link Crowd}. */
final class CafeCrowd {

    /** So many have ordered before anything is measured. */
    static final int CUSTOMERS = 64;

    private static final int SHOPS = 16;

    /** Whoever measures waits for the answer: one that comes late is late, and not another kind of answer. */
    private static final String[] PATIENT = {"Prefer", "wait=30"};

    private final int port;
    private final String tag;

    private CafeCrowd(final int port, final String tag) {
        this.port = port;
        this.tag = tag;
    }

    /** Opens shops that nobody else knows, with lattes for all and an order; nobody has to pay before the run is over. */
    static CafeCrowd open(final int port) throws IOException {
        final CafeCrowd cafe = new CafeCrowd(port, Long.toString(System.currentTimeMillis(), 36));
        try (Caller caller = new Caller(port, Bench.CALL)) {
            for (int shop = 0; shop < SHOPS; shop++) {
                caller.call("PUT", "/cafe/shops/" + cafe.shop(shop), "{\"paymentTimeout\":\"PT24H\"}", PATIENT)
                        .expecting(200);
                caller.post(
                                "/cafe/shops/" + cafe.shop(shop) + "/menu",
                                "{\"item\":\"latte\",\"name\":\"Latte\",\"price\":4500,\"stock\":1000000}",
                                PATIENT)
                        .expecting(201);
                cafe.placeAt(shop, caller, 0, PATIENT).expecting(201);
            }
        }
        return cafe;
    }

    private String shop(final int number) {
        return "bench-" + tag + "-" + Math.floorMod(number, SHOPS);
    }

    static void nothing(final Caller caller, final int who, final long turn) throws IOException {
        caller.get("/livez").expecting(200);
    }

    void order(final Caller caller, final int who, final long turn) throws IOException {
        place(caller, who).expecting(201);
    }

    /** One order at each shop, under the same key; says how many shops there are. */
    int orderEverywhere(final String key) throws IOException {
        try (Caller caller = new Caller(port, Bench.CALL)) {
            for (int shop = 0; shop < SHOPS; shop++) {
                placeAt(shop, caller, 0, "Prefer", "wait=30", "Idempotency-Key", key)
                        .expecting(201);
            }
        }
        return SHOPS;
    }

    private Answer place(final Caller caller, final int who) throws IOException {
        return placeAt(ThreadLocalRandom.current().nextInt(SHOPS), caller, who, PATIENT);
    }

    private Answer placeAt(final int shop, final Caller caller, final int who, final String... headers)
            throws IOException {
        return caller.post(
                "/cafe/shops/" + shop(shop) + "/orders",
                "{\"customer\":\"c" + who + "\",\"type\":\"DELIVERY\","
                        + "\"lines\":[{\"item\":\"latte\",\"quantity\":1}]}",
                headers);
    }

    /** Placed, paid, made, delivered: four writes (making starts the delivery), and the customer's page with the token. */
    void life(final Caller caller, final int who, final long turn) throws IOException {
        final Answer placed = place(caller, who).expecting(201);
        final String order = placed.header("Location").orElseThrow();
        final String shop = order.substring(0, order.indexOf("/orders/"));
        final String number = order.substring(order.lastIndexOf('/') + 1);
        caller.patch(shop + "/payments/" + number, "{\"status\":\"APPROVED\"}", PATIENT)
                .expecting(200);
        caller.patch(shop + "/productions/" + number, "{\"status\":\"COMPLETED\"}", PATIENT)
                .expecting(200);
        final Answer delivered = caller.patch(shop + "/deliveries/" + number, "{\"status\":\"COMPLETED\"}", PATIENT)
                .expecting(200);
        caller.get(
                        page(who),
                        "Prefer",
                        "wait=30",
                        "Journal-Token",
                        delivered.header("Journal-Token").orElseThrow())
                .expecting(200);
    }

    void myPage(final Caller caller, final int who, final long turn) throws IOException {
        caller.get(page(who % CUSTOMERS)).expecting(200);
    }

    void read(final Caller caller, final int who, final long turn) throws IOException {
        caller.get("/cafe/shops/" + shop(who) + "/orders/1").expecting(200);
    }

    private static String page(final int who) {
        return "/cafe/customers/c" + who + "?limit=10";
    }

    /** An order just placed, and where it must be seen at once. */
    Pairs.Written orderOf(final Caller caller, final int who) throws IOException {
        final Answer placed = place(caller, who).expecting(201);
        return Pairs.Written.of(placed, placed.header("Location").orElseThrow());
    }

    Pairs.Written pageOf(final Caller caller, final int who) throws IOException {
        return Pairs.Written.of(place(caller, who).expecting(201), page(who));
    }
}

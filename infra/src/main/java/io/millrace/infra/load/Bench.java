package io.millrace.infra.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * How fast the thing does what it exists for, beside the limit measured in the same run: figures drift with the
 * machine, their ratio doesn't. Callers share the machine with what they measure.
 */
public final class Bench {

    /** One line of the report. */
    public record Line(String what, int callers, double perSecond, double p50, double p99, double max) {

        static Line of(final String what, final int callers, final Crowd.Run run) {
            return new Line(what, callers, run.perSecond(), run.millis(50), run.millis(99), run.millis(100));
        }
    }

    private static final int SHOPS = 16;
    private static final Duration CALL = Duration.ofSeconds(30);
    /** Whoever measures waits for the answer: one that comes late is late, and not another kind of answer. */
    private static final String[] PATIENT = {"Prefer", "wait=30"};

    private static final int PAIRS = 10_000;
    private static final String TAG = Long.toString(System.currentTimeMillis(), 36);

    private final int port;
    private final String bootstrap;
    private final Duration round;
    private final List<Integer> crowds;
    private final Consumer<String> progress;

    public Bench(
            final int port,
            final String bootstrap,
            final Duration round,
            final List<Integer> crowds,
            final Consumer<String> progress) {
        this.port = port;
        this.bootstrap = bootstrap;
        this.round = round;
        this.crowds = List.copyOf(crowds);
        this.progress = progress;
    }

    public List<Line> run() throws IOException, InterruptedException {
        final List<Line> lines = new ArrayList<>();
        openShops();
        final Crowd crowd = new Crowd(port, CALL);
        progress.accept("warming up");
        crowd.forTime(64, round.multipliedBy(2), this::order);
        try (RawRoundTrip raw = new RawRoundTrip(bootstrap)) {
            raw.run(64, round);
            for (final int callers : crowds) {
                progress.accept(callers + " callers");
                lines.add(Line.of("raw produce and consume", callers, raw.run(callers, round)));
                lines.add(Line.of("an empty answer", callers, crowd.forTime(callers, round, Bench::nothing)));
                lines.add(Line.of("place an order", callers, crowd.forTime(callers, round, this::order)));
                lines.add(Line.of("a whole café life", callers, crowd.forTime(callers, round, this::life)));
                lines.add(Line.of("read MyPage", callers, crowd.forTime(callers, round, this::myPage)));
            }
        }
        progress.accept(PAIRS + " orders, each read with its token as soon as it was answered");
        final Pairs pairs = new Pairs(port, CALL);
        lines.add(Line.of("answer to its own row", 4, pairs.run(4, PAIRS / 2, Bench::orderOf)));
        lines.add(Line.of("answer to MyPage", 4, pairs.run(4, PAIRS / 2, Bench::pageOf)));
        return lines;
    }

    /** An order just placed, and where it must be seen at once. */
    private static Pairs.Written orderOf(final Caller caller, final int who) throws IOException {
        final Answer placed = expect(201, place(caller, who));
        return Pairs.Written.of(placed, placed.header("Location").orElseThrow());
    }

    private static Pairs.Written pageOf(final Caller caller, final int who) throws IOException {
        return Pairs.Written.of(expect(201, place(caller, who)), "/cafe/customers/c" + who + "?limit=10");
    }

    private void openShops() throws IOException {
        try (Caller caller = new Caller(port, CALL)) {
            for (int shop = 0; shop < SHOPS; shop++) {
                expect(
                        201,
                        caller.post(
                                "/cafe/shops/" + shop(shop) + "/menu",
                                "{\"item\":\"latte\",\"name\":\"Latte\",\"price\":4500,\"stock\":1000000}"));
                for (int more = 0; more < 20; more++) {
                    expect(
                            201,
                            caller.post("/cafe/shops/" + shop(shop) + "/menu/latte/restocks", "{\"quantity\":10000}"));
                }
            }
        }
    }

    private static String shop(final int number) {
        return "bench-" + TAG + "-" + Math.floorMod(number, SHOPS);
    }

    private static void nothing(final Caller caller, final int who, final long turn) throws IOException {
        expect(200, caller.get("/livez"));
    }

    private void order(final Caller caller, final int who, final long turn) throws IOException {
        expect(201, place(caller, who));
    }

    private static Answer place(final Caller caller, final int who) throws IOException {
        return caller.post(
                "/cafe/shops/" + shop(ThreadLocalRandom.current().nextInt(SHOPS)) + "/orders",
                "{\"customer\":\"c" + who + "\",\"type\":\"DELIVERY\","
                        + "\"lines\":[{\"item\":\"latte\",\"quantity\":1}]}",
                PATIENT);
    }

    /** Placed, paid, made, delivered: four writes (making starts the delivery), and the customer's page with the token. */
    private void life(final Caller caller, final int who, final long turn) throws IOException {
        final Answer placed = expect(201, place(caller, who));
        final String order = placed.header("Location").orElseThrow();
        final String shop = order.substring(0, order.indexOf("/orders/"));
        final String number = order.substring(order.lastIndexOf('/') + 1);
        expect(200, caller.patch(shop + "/payments/" + number, "{\"status\":\"APPROVED\"}", PATIENT));
        expect(200, caller.patch(shop + "/productions/" + number, "{\"status\":\"COMPLETED\"}", PATIENT));
        final Answer delivered =
                expect(200, caller.patch(shop + "/deliveries/" + number, "{\"status\":\"COMPLETED\"}", PATIENT));
        expect(
                200,
                caller.get(
                        order,
                        "Prefer",
                        "wait=30",
                        "Journal-Token",
                        delivered.header("Journal-Token").orElseThrow()));
    }

    private void myPage(final Caller caller, final int who, final long turn) throws IOException {
        expect(200, caller.get("/cafe/customers/c" + who + "?limit=10"));
    }

    private static Answer expect(final int status, final Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException(
                    "expected " + status + " and got " + answer.status() + ": " + answer.body());
        }
        return answer;
    }

    /** The report as a table that reads well in a terminal and in Markdown. */
    public static String table(final List<Line> lines) {
        final StringBuilder table = new StringBuilder(
                "| what | callers | per second | median ms | p99 ms | longest ms |\n|---|--:|--:|--:|--:|--:|\n");
        for (final Line line : lines) {
            table.append("| %-23s | %5d | %9.0f | %8.2f | %8.2f | %8.1f |%n"
                    .formatted(line.what(), line.callers(), line.perSecond(), line.p50(), line.p99(), line.max()));
        }
        return table.toString();
    }
}

package io.millrace.infra.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Many customers of the bank deposit as fast as they can, each time with their password, while some read what they have
 * with a session. Who comes while there is no room must be told so quickly, and who reads must not notice.
 */
public final class Storm {

    private static final int CUSTOMERS = 20;
    private static final int READERS = 4;
    private static final long LONGEST_MICROS = 60_000_000L;
    private static final Duration CALL = Duration.ofSeconds(30);
    private static final String TAG = Long.toString(System.currentTimeMillis(), 36);

    private final int port;
    private final Duration round;
    private final int callers;
    private final Consumer<String> progress;
    private final List<String> sessions = new ArrayList<>();

    /** How long deposits took that were taken, and how long it took to be told to come again. */
    private final ConcurrentHistogram taken = new ConcurrentHistogram(LONGEST_MICROS, 3);

    private final ConcurrentHistogram toldToComeAgain = new ConcurrentHistogram(LONGEST_MICROS, 3);

    public Storm(final int port, final Duration round, final int callers, final Consumer<String> progress) {
        this.port = port;
        this.round = round;
        this.callers = callers;
        this.progress = progress;
    }

    public List<Bench.Line> run() throws Exception {
        progress.accept(CUSTOMERS + " customers open their accounts");
        openAccounts();
        final Crowd crowd = new Crowd(port, CALL);
        progress.accept("warming up");
        crowd.forTime(READERS, round, this::read);
        crowd.forTime(callers, round, this::deposit);
        taken.reset();
        toldToComeAgain.reset();
        final List<Bench.Line> lines = new ArrayList<>();
        progress.accept("reading in peace");
        lines.add(Bench.Line.of("read an account at rest", READERS, crowd.forTime(READERS, round, this::read)));
        progress.accept(callers + " callers deposit, " + READERS + " read");
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            final Future<Crowd.Run> reading = both.submit(() -> crowd.forTime(READERS, round, this::read));
            final Future<Crowd.Run> storm = both.submit(() -> crowd.forTime(callers, round, this::deposit));
            lines.add(Bench.Line.of("read in the storm", READERS, reading.get()));
            final Duration took = storm.get().took();
            lines.add(Bench.Line.of("deposits taken", callers, new Crowd.Run(taken, took)));
            lines.add(Bench.Line.of("told to come again", callers, new Crowd.Run(toldToComeAgain, took)));
        }
        return lines;
    }

    private void openAccounts() throws IOException {
        try (Caller caller = new Caller(port, CALL)) {
            for (int who = 0; who < CUSTOMERS; who++) {
                final String proof = "{\"id\":\"" + customer(who) + "\",\"password\":\"" + password(who) + "\"";
                expect(201, caller.post("/people", proof + ",\"name\":\"Storm\"}"));
                final Answer opened = caller.post(
                        "/bank/requests",
                        "{\"account\":\"" + account(who) + "\",\"kind\":\"OPEN\",\"amount\":1000}",
                        "Authorization",
                        basic(who),
                        "Prefer",
                        "wait=30");
                expect(201, opened);
                final Answer session = expect(201, caller.post("/people/sessions", proof + "}"));
                sessions.add(
                        "Bearer " + session.body().split("\"token\":\"", 2)[1].split("\"", 2)[0]);
            }
        }
    }

    /** Balance, history and MyPage in turn. */
    private void read(final Caller caller, final int who, final long turn) throws IOException {
        final int customer = Math.floorMod(who, CUSTOMERS);
        final String account = "/bank/accounts/" + account(customer);
        final String path = switch ((int) (turn % 3)) {
            case 0 -> account;
            case 1 -> account + "/history?limit=10";
            default -> "/bank/customers/" + customer(customer);
        };
        expect(200, caller.get(path, "Authorization", sessions.get(customer)));
    }

    /** Taken, or told to come again and when: anything else ends the run. */
    private void deposit(final Caller caller, final int who, final long turn) throws IOException {
        final int customer = ThreadLocalRandom.current().nextInt(CUSTOMERS);
        final long before = System.nanoTime();
        final Answer answer = caller.post(
                "/bank/requests",
                "{\"account\":\"" + account(customer) + "\",\"kind\":\"DEPOSIT\",\"amount\":1}",
                "Authorization",
                basic(customer),
                "Prefer",
                "wait=30");
        final long micros = (System.nanoTime() - before) / 1_000;
        if (answer.status() == 201) {
            taken.recordValue(micros);
        } else {
            expect(503, answer);
            if (answer.header("Retry-After").isEmpty()) {
                throw new IllegalStateException("told to come again, but not when: " + answer);
            }
            toldToComeAgain.recordValue(micros);
        }
    }

    private static Answer expect(final int status, final Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException(
                    "expected " + status + " and got " + answer.status() + ": " + answer.body());
        }
        return answer;
    }

    private static String customer(final int who) {
        return "storm-" + TAG + "-" + who;
    }

    private static String account(final int who) {
        return "storm-" + TAG + "-" + who;
    }

    private static String password(final int who) {
        return "weather " + TAG + who;
    }

    private static String basic(final int who) {
        return Caller.basic(customer(who), password(who));
    }
}

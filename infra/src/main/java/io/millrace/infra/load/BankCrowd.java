package io.millrace.infra.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** What customers do at the bank all day, each a turn of a {@link Crowd}. */
final class BankCrowd {

    private static final int MOST_CUSTOMERS = 20;

    private final String tag;
    private final List<String> sessions = new ArrayList<>();

    private BankCrowd(final String tag) {
        this.tag = tag;
    }

    /** Opens accounts that nobody else knows, with money on them: one for each caller, unless these are very many. */
    static BankCrowd open(final int port, final int callers) throws IOException {
        final BankCrowd bank = new BankCrowd("bench-" + Long.toString(System.currentTimeMillis(), 36));
        try (Caller caller = new Caller(port, Bench.CALL)) {
            for (int who = 0; who < Math.min(callers, MOST_CUSTOMERS); who++) {
                bank.open(caller, who);
            }
        }
        return bank;
    }

    private void open(final Caller caller, final int who) throws IOException {
        final String proof = "{\"id\":\"" + customer(who) + "\",\"password\":\"" + password(who) + "\"";
        caller.post("/people", proof + ",\"name\":\"Bench\"}", "Prefer", "wait=30")
                .expecting(201);
        request(caller, who, "OPEN", 1_000).expecting(201);
        final Answer session = caller.post("/people/sessions", proof + "}").expecting(201);
        sessions.add("Bearer " + session.body().split("\"token\":\"", 2)[1].split("\"", 2)[0]);
    }

    /** Balance, history and MyPage in turn, with a session. */
    void read(final Caller caller, final int who, final long turn) throws IOException {
        final int customer = Math.floorMod(who, sessions.size());
        final String account = "/bank/accounts/" + customer(customer);
        final String path = switch ((int) (turn % 3)) {
            case 0 -> account;
            case 1 -> account + "/history?limit=10";
            default -> "/bank/customers/" + customer(customer);
        };
        caller.get(path, "Authorization", sessions.get(customer)).expecting(200);
    }

    /** With the password, as the bank wants it. Whether it was taken; else they were told when to come again. */
    boolean deposit(final Caller caller) throws IOException {
        final Answer answer = request(caller, ThreadLocalRandom.current().nextInt(sessions.size()), "DEPOSIT", 1);
        if (answer.status() == 201) {
            return true;
        }
        if (answer.expecting(503).header("Retry-After").isEmpty()) {
            throw new IllegalStateException("told to come again, but not when: " + answer);
        }
        return false;
    }

    private Answer request(final Caller caller, final int who, final String kind, final int amount) throws IOException {
        return caller.post(
                "/bank/requests",
                "{\"account\":\"" + customer(who) + "\",\"kind\":\"" + kind + "\",\"amount\":" + amount + "}",
                "Authorization",
                Caller.basic(customer(who), password(who)),
                "Prefer",
                "wait=30");
    }

    /** A customer's account is called as they are. */
    private String customer(final int who) {
        return tag + "-" + who;
    }

    private String password(final int who) {
        return "weather " + tag + who;
    }
}

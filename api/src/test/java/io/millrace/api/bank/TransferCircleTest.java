package io.millrace.api.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Customer;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.Running;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sixteen callers send money round in circles between ten accounts: at the end there is what there was, to the won. */
@ExtendWith(Running.class)
class TransferCircleTest {

    private static final int ACCOUNTS = 10;
    private static final int CALLERS = 16;
    private static final int TURNS = 40;
    private static final long FIRST = 10_000;
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Caller caller;
    private final List<Customer> owners = new ArrayList<>();
    private final List<String> accounts = new ArrayList<>();
    private final AtomicLong owed = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();

    TransferCircleTest(final Caller caller) {
        this.caller = caller;
    }

    @Test
    void shouldAddUpToTheWon() throws Exception {
        for (int n = 0; n < ACCOUNTS; n++) {
            owners.add(Customer.of(caller));
            accounts.add(owners.get(n).account(FIRST));
            owed.addAndGet(FIRST);
        }
        final String doomed = owners.getFirst().account(0);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            final List<Future<?>> all = new ArrayList<>();
            for (int n = 0; n < CALLERS; n++) {
                final int who = n;
                all.add(threads.submit(() -> turns(who, doomed)));
            }
            for (final Future<?> one : all) {
                one.get();
            }
        }
        assertThat(sent.get()).as("circles without transfers prove nothing").isGreaterThan(CALLERS * TURNS / 4);
        accounts.add(doomed);
        owners.add(owners.getFirst());
        for (int n = 0; n < accounts.size(); n++) {
            settles(n);
        }
        assertThat(balances()).isEqualTo(owed.get());
        assertThat(caller.get("/audit?business=bank").at("/violations")).isEqualTo("0");
    }

    private void turns(final int who, final String doomed) {
        final Random random = new Random(who);
        for (int turn = 0; turn < TURNS; turn++) {
            final int from = (who + turn) % ACCOUNTS;
            final Customer owner = owners.get(from);
            final long amount = 1 + random.nextInt((int) FIRST / 4);
            switch (random.nextInt(10)) {
                case 0 -> send(owner, accounts.get(from), Customer.free(), amount, 1);
                case 1 -> send(owner, accounts.get(from), accounts.get((from + 1) % ACCOUNTS), amount, 2);
                case 2 -> openOrClose(doomed, turn);
                case 3 -> send(owner, accounts.get(from), doomed, amount, 1);
                case 4 -> paid(owner.request(accounts.get(from), "WITHDRAW", amount, key()), -amount);
                default -> send(owner, accounts.get(from), accounts.get((from + 1) % ACCOUNTS), amount, 1);
            }
        }
    }

    /** Empties, closes and opens again what others send to. */
    private void openOrClose(final String doomed, final int turn) {
        final Customer owner = owners.getFirst();
        if (turn % 2 == 0) {
            final Reply balance = owner.request(doomed, "BALANCE");
            if (balance.status() == 201 && !balance.at("/balance").equals("0")) {
                final long all = Long.parseLong(balance.at("/balance"));
                paid(owner.request(doomed, "WITHDRAW", all, key()), -all);
            }
            owner.request(doomed, "CLOSE", key());
        } else {
            owner.request(doomed, "OPEN", 0, key());
        }
    }

    private void send(final Customer owner, final String from, final String to, final long amount, final int times) {
        final String[] key = key();
        String first = "";
        for (int n = 0; n < times; n++) {
            final Reply reply = owner.transfer(from, to, amount, key);
            assertThat(reply.status()).as(reply.text()).isIn(201, 422, 503);
            if (reply.status() == 201) {
                sent.incrementAndGet();
                first = first.isEmpty() ? reply.text() : first;
                assertThat(reply.text()).isEqualTo(first);
            }
        }
    }

    private void paid(final Reply reply, final long amount) {
        assertThat(reply.status()).as(reply.text()).isIn(201, 404, 422, 503);
        if (reply.status() == 201) {
            owed.addAndGet(amount);
        }
    }

    private static String[] key() {
        return new String[] {"Idempotency-Key", Customer.free(), "Prefer", "wait=30"};
    }

    /** All that left has arrived or is back. */
    private void settles(final int n) {
        final Reply newest = owners.get(n).request(accounts.get(n), "BALANCE", key());
        final String path = "/bank/transfers/" + accounts.get(n) + "?status=PENDING";
        await(path)
                .atMost(SOON)
                .until(() ->
                        owners.get(n).after(newest, path).json().at("/items").isEmpty());
    }

    private long balances() {
        long sum = 0;
        for (int n = 0; n < accounts.size(); n++) {
            final Reply balance = owners.get(n).request(accounts.get(n), "BALANCE");
            sum += balance.status() == 404 ? 0 : Long.parseLong(balance.at("/balance"));
        }
        return sum;
    }
}

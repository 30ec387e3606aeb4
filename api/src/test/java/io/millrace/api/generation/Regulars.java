package io.millrace.api.generation;

import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Reply;
import io.millrace.backbone.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Customers who go on ordering and looking at what they ordered, at one instance after another, and notice everything. */
final class Regulars implements AutoCloseable {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(150);

    private final Supplier<List<Caller>> callers;
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong seen = new AtomicLong();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();

    Regulars(final Supplier<List<Caller>> callers, final String... shops) {
        this.callers = callers;
        for (final String shop : shops) {
            threads.add(Thread.ofVirtual().start(() -> come(shop)));
        }
    }

    /** How often they looked so far. */
    long looks() {
        return seen.get();
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private void come(final String shop) {
        for (int n = 0; !over.get(); n++) {
            final List<Caller> there = callers.get();
            final String customer = "reg-" + n;
            final Reply placed = there.get(n % there.size())
                    .post(
                            shop + "/orders",
                            "{'customer':'" + customer + "','type':'TAKEOUT','lines':[{'item':'latte','quantity':1}]}",
                            "Prefer",
                            "wait=10");
            if (placed.status() != 201) {
                complaints.add("not taken: " + placed);
                continue;
            }
            for (final Caller caller : there) {
                look(caller, shop + "/orders/" + placed.at("/number"), placed);
            }
            look(there.get((n + 1) % there.size()), "/cafe/customers/" + customer, placed);
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** Whoever holds a token sees what it stands for. */
    private void look(final Caller caller, final String path, final Reply placed) {
        final Reply shown = caller.get(path, "Journal-Token", placed.token());
        if (shown.status() != 200 || !reaches(shown.token(), placed.token())) {
            complaints.add(path + " with " + placed.token() + ": " + shown.token() + " " + shown);
        }
        seen.incrementAndGet();
    }

    /** Whether one of the tokens is of the same desk, and not older. */
    private static boolean reaches(final String tokens, final String wanted) {
        final Token token = Token.parseAll(wanted).orElseThrow().getFirst();
        return Token.parseAll(tokens).orElse(List.of()).stream()
                .anyMatch(it -> it.desk().equals(token.desk()) && it.seq() >= token.seq());
    }

    @Override
    public void close() throws InterruptedException {
        over.set(true);
        for (final Thread thread : threads) {
            thread.join();
        }
    }
}

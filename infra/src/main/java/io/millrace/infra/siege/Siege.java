package io.millrace.infra.siege;

import io.millrace.infra.load.Caller;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Callers order and read for a while, whatever happens meanwhile; then everything is read back. */
public final class Siege {

    /** What happens meanwhile; the siege lasts until it has returned. */
    @FunctionalInterface
    public interface Meanwhile {
        void happen() throws Exception;
    }

    private static final int SHOPS = 12;
    private static final long STOCK = 1_000_000;

    /** Longer than the façade takes to say that it can't answer yet. */
    private static final Duration CALL = Duration.ofSeconds(10);

    private final int port;
    private final int callers;
    private final String tag = Long.toString(System.currentTimeMillis(), 36);
    private final List<String> shops =
            IntStream.range(0, SHOPS).mapToObj(n -> "siege-" + tag + "-" + n).toList();
    private final Ledger ledger = new Ledger();
    private volatile boolean on = true;

    public Siege(final int port, final int callers) {
        this.port = port;
        this.callers = callers;
    }

    public SiegeReport run(final Meanwhile meanwhile) throws Exception {
        openShops();
        final long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            final List<Future<?>> all = IntStream.range(0, callers)
                    .<Future<?>>mapToObj(who -> threads.submit(() -> besiege(who)))
                    .toList();
            try {
                meanwhile.happen();
            } finally {
                on = false;
            }
            for (final Future<?> one : all) {
                one.get();
            }
        } catch (final ExecutionException e) {
            throw new IllegalStateException("a caller gave up: " + e.getCause(), e);
        }
        final Duration took = Duration.ofNanos(System.nanoTime() - begun);
        try (Caller caller = new Caller(port, CALL)) {
            return SiegeReport.of(ledger, took, new ReadBack(caller, ledger, STOCK).of(shops));
        }
    }

    private void besiege(final int who) {
        try (Caller caller = new Caller(port, CALL)) {
            final Besieger besieger = new Besieger(who, tag, shops, caller, ledger);
            for (long n = 0; on; n++) {
                besieger.turn(n);
            }
        }
    }

    private void openShops() throws IOException {
        try (Caller caller = new Caller(port, CALL)) {
            final Patiently patiently = new Patiently(caller, ledger);
            for (final String shop : shops) {
                final String menu = "/cafe/shops/" + shop + "/menu";
                final String latte = "{\"item\":\"latte\",\"name\":\"Latte\",\"price\":4500,\"stock\":" + STOCK + "}";
                final boolean opened = patiently
                        .ask(it -> it.post(menu, latte, "Idempotency-Key", shop))
                        .filter(it -> it.status() == 201)
                        .isPresent();
                if (!opened) {
                    throw new IOException("No café answers at port " + port + ": " + shop + " can't be opened there.");
                }
            }
        }
    }
}

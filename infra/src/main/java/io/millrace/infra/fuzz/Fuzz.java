package io.millrace.infra.fuzz;

import io.millrace.infra.load.Caller;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends so many requests to a running process, and looks whether it bore them, and whether it still adds up. */
public final class Fuzz {

    /** Longer than anybody may ask to wait for an answer. */
    private static final Duration HANGS = Duration.ofSeconds(45);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int port;
    private final int callers;
    private final @Nullable Admin admin;

    /** Who may let others in. */
    public record Admin(String id, String password) {

        /** The password is shown nowhere. */
        @Override
        public String toString() {
            return id;
        }
    }

    /** Without an admin, all is asked for as nobody. */
    public Fuzz(final int port, final int callers, final @Nullable Admin admin) {
        this.port = port;
        this.callers = callers;
        this.admin = admin;
    }

    /** The same seed makes the same requests. */
    public FuzzReport run(final int requests, final long seed) throws IOException, InterruptedException {
        final List<Operation> operations;
        final Cast cast;
        final long before;
        try (Caller looking = new Caller(port, PATIENCE)) {
            operations = Operation.of(looking.get("/openapi.json").body());
            cast = admin == null ? Cast.NOBODY : Cast.of(looking, admin.id(), admin.password());
            before = violations(looking);
        }
        final FuzzReport report = new FuzzReport(seed);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            final List<Future<?>> all = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                final int share = requests / callers + (caller < requests % callers ? 1 : 0);
                final Maker maker = new Maker(operations, cast, new SplittableRandom(seed * 1_000 + caller));
                all.add(threads.submit(() -> call(maker, share, report)));
            }
            for (final Future<?> one : all) {
                one.get();
            }
        } catch (final java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("the fuzzer broke", e);
        }
        // on another connection: the first one was idle for so long that it has been closed
        try (Caller looking = new Caller(port, PATIENCE)) {
            report.afterwards(
                    violations(looking) - before, looking.get("/livez").status() == 200);
        }
        return report;
    }

    private void call(final Maker maker, final int requests, final FuzzReport report) {
        try (Wire wire = new Wire(port, HANGS)) {
            for (int n = 0; n < requests; n++) {
                final Request request = maker.next();
                try {
                    report.answered(request, wire.send(request));
                } catch (final SocketTimeoutException e) {
                    report.hung(request);
                } catch (final IOException | IndexOutOfBoundsException | NumberFormatException e) {
                    report.hungUp(request);
                }
            }
        }
    }

    private static long violations(final Caller looking) throws IOException {
        final JsonNode audit =
                JsonMapper.builder().build().readTree(looking.get("/audit").body());
        return audit.path("violations").asLong(-1);
    }
}

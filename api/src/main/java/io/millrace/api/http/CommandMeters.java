package io.millrace.api.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.millrace.api.command.BusyException;
import io.millrace.api.command.NotTakenException;
import io.millrace.api.command.Wish;
import io.millrace.schemas.Receipt;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Counts what becomes of commands. */
public final class CommandMeters {

    private record What(String business, String command, String outcome) {}

    private static final Duration[] BOUNDS = IntStream.of(2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();
    private final Map<What, Counter> counters = new ConcurrentHashMap<>();

    public CommandMeters(final MeterRegistry registry) {
        this.registry = registry;
    }

    public Optional<Receipt> counting(final Wish wish, final Supplier<Optional<Receipt>> handing) {
        final long begun = System.nanoTime();
        try {
            final Optional<Receipt> receipt = handing.get();
            timers.computeIfAbsent(wish.business().name(), this::timer)
                    .record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            count(wish, receipt.map(CommandMeters::outcome).orElse("late"));
            return receipt;
        } catch (final BusyException e) {
            count(wish, "busy");
            throw e;
        } catch (final NotTakenException e) {
            count(wish, "not-taken");
            throw e;
        }
    }

    private static String outcome(final Receipt receipt) {
        return receipt.getRefused() == null ? "accepted" : "refused";
    }

    private void count(final Wish wish, final String outcome) {
        counters.computeIfAbsent(
                        new What(
                                wish.business().name(),
                                wish.command().getClass().getSimpleName(),
                                outcome),
                        this::counter)
                .increment();
    }

    /** From handing a command in to knowing its outcome: what a caller waits for. */
    private Timer timer(final String business) {
        return Timer.builder("millrace.answer")
                .description("How long callers wait for what becomes of their commands")
                .tag("business", business)
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }

    private Counter counter(final What what) {
        return Counter.builder("millrace.commands")
                .description("Commands by what became of them")
                .tag("business", what.business())
                .tag("command", what.command())
                .tag("outcome", what.outcome())
                .register(registry);
    }
}

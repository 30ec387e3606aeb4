package io.millrace.api.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.api.command.BusyException;
import io.millrace.api.command.NotTakenException;
import io.millrace.api.command.Wish;
import io.millrace.schemas.Receipt;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Counts what becomes of commands. */
public final class CommandMeters {

    private record What(String business, String command, String outcome) {}

    private final MeterRegistry registry;
    private final Map<What, Counter> counters = new ConcurrentHashMap<>();

    public CommandMeters(final MeterRegistry registry) {
        this.registry = registry;
    }

    public Optional<Receipt> counting(final Wish wish, final Supplier<Optional<Receipt>> handing) {
        try {
            final Optional<Receipt> receipt = handing.get();
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

    private Counter counter(final What what) {
        return Counter.builder("millrace.commands")
                .description("Commands by what became of them")
                .tag("business", what.business())
                .tag("command", what.command())
                .tag("outcome", what.outcome())
                .register(registry);
    }
}

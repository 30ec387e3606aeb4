package io.millrace.infra.faults;

import io.millrace.Businesses;
import io.millrace.backbone.Business;
import io.millrace.infra.load.Caller;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** One trial: load, faults drawn by the seed, and then the judgement. It stops by itself. */
public final class Trial {

    private static final int PLAYERS = 8;
    private static final Duration BETWEEN = Duration.ofSeconds(8);

    private final long seed;
    private final Duration time;
    private final Path data;
    private final Consumer<String> progress;
    private final Findings findings = new Findings();
    private final Stage stage = new Stage(Script.ALL, findings);
    private final Map<Fault, Integer> struck = new EnumMap<>(Fault.class);
    private final List<Duration> recoveries = new ArrayList<>();

    public Trial(final long seed, final Duration time, final Path data, final Consumer<String> progress) {
        this.seed = seed;
        this.time = time;
        this.data = data;
        this.progress = progress;
    }

    public Report run() throws IOException, InterruptedException {
        try (Victim victim = new Victim(data)) {
            victim.awaitReady();
            final AtomicBoolean playing = new AtomicBoolean(true);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int n = 0; n < PLAYERS; n++) {
                    final int number = n;
                    threads.submit(() -> play(number, victim.port(), playing));
                }
                strike(victim);
                playing.set(false);
            }
            progress.accept("judging");
            victim.awaitReady();
            return judged(victim);
        }
    }

    private void play(final int number, final int port, final AtomicBoolean playing) {
        try (Player player = new Player(stage, number, seed, port)) {
            player.open();
            while (playing.get()) {
                player.turn();
            }
        } catch (final RuntimeException e) {
            findings.add(Findings.Sort.BROKEN, "a player gave up: " + e);
        }
    }

    private void strike(final Victim victim) throws IOException, InterruptedException {
        final Random random = new Random(seed);
        final long end = System.nanoTime() + time.toNanos();
        int next = random.nextInt(Fault.values().length);
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(BETWEEN.toNanos() / 2 + random.nextLong(BETWEEN.toNanos()));
            // every sort of fault has its turn, in an order and at times that the seed draws
            final Fault fault = Fault.values()[next];
            next = random.nextInt(3) == 0 ? random.nextInt(Fault.values().length) : (next + 1) % Fault.values().length;
            progress.accept("fault: " + fault);
            final long before = System.nanoTime();
            fault.strike(victim, random);
            struck.merge(fault, 1, Integer::sum);
            recoveries.add(recovered(victim, before));
        }
    }

    /** Until a command that is sent now is answered. */
    private Duration recovered(final Victim victim, final long since) {
        try (Player probe = new Player(stage, PLAYERS + recoveries.size(), seed, victim.port())) {
            probe.probe();
        }
        return Duration.ofNanos(System.nanoTime() - since);
    }

    private Report judged(final Victim victim) throws IOException {
        long commands = 0;
        long events = 0;
        long rows = 0;
        int poison = 0;
        try (EvidenceReader reader = new EvidenceReader(victim.bootstrap(), victim.registry());
                Caller caller = new Caller(victim.port(), Duration.ofSeconds(30))) {
            for (final Business business : played()) {
                final AuditCheck audit = new AuditCheck(business, findings);
                audit.await(caller, reader);
                final Evidence evidence = reader.of(business);
                final Oracle oracle = new Oracle(evidence, findings);
                final Books books = oracle.judge();
                new Answers(business, findings)
                        .check(
                                stage.told().stream()
                                        .filter(told -> told.business().equals(business.name()))
                                        .toList(),
                                oracle);
                rows += new PageCheck(business, findings).check(books, caller);
                commands += evidence.commands().size();
                events += evidence.journal().size();
                poison += evidence.unreadable();
            }
            final int written = struck.getOrDefault(Fault.POISON, 0) * Fault.POISONS;
            if (AuditCheck.waiting(caller) < poison || poison < written) {
                findings.add(Findings.Sort.LOST, "rubbish that is not in quarantine");
            }
        }
        return new Report(
                seed,
                struck,
                stage.told().size(),
                stage.answers(),
                stage.reads(),
                commands,
                events,
                rows,
                poison,
                recoveries,
                findings);
    }

    private List<Business> played() {
        return Businesses.ALL.stream()
                .filter(business -> stage.scripts().stream()
                        .anyMatch(script -> script.business().equals(business.name())))
                .toList();
    }
}

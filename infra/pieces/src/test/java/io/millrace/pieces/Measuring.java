package io.millrace.pieces;

import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the pieces: in earnest, each in virtual machines of its own; or just once, to see that all of them still run. */
enum Measuring {
    EARNEST(2, 5, 5, 1_000),
    ONCE(0, 0, 1, 10);

    /** As many as the longest measurement takes. */
    static final int ORDERS = 40_000;

    /** What is shot once is shot in batches, since every order is another one; figures are taken of a batch. */
    static final int BATCH = ORDERS / (EARNEST.warming + EARNEST.rounds);

    private final int forks;
    private final int warming;
    private final int rounds;
    private final int millis;

    Measuring(final int forks, final int warming, final int rounds, final int millis) {
        this.forks = forks;
        this.warming = warming;
        this.rounds = rounds;
        this.millis = millis;
    }

    Collection<RunResult> run() throws RunnerException {
        final ChainedOptionsBuilder options = new OptionsBuilder()
                .include("io\\.millrace\\.pieces\\..*")
                .forks(forks)
                .warmupIterations(warming)
                .warmupTime(TimeValue.milliseconds(millis))
                .warmupBatchSize(BATCH)
                .measurementIterations(rounds)
                .measurementTime(TimeValue.milliseconds(millis))
                .measurementBatchSize(BATCH)
                .jvmArgs("-Xmx1g", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow")
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .addProfiler(GCProfiler.class);
        return new Runner(options.build()).run();
    }
}

package io.millrace.infra.cli;

import io.millrace.infra.load.Bench;
import io.millrace.infra.load.Report;
import io.millrace.infra.load.Storm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code millrace bench}: how fast an instance is, beside the limits measured in the same run. */
@Command(
        name = "bench",
        description = "Measure an instance, running or fresh, beside the limits of its broker, in one run.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    @Option(names = "--port", defaultValue = "8080", description = "Where it listens (${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--bootstrap", defaultValue = "localhost:9092", description = "Its Kafka (${DEFAULT-VALUE}).")
    private String bootstrap = "localhost:9092";

    @Option(names = "--fresh", description = "Start one in this process, on nothing, and measure that.")
    private boolean fresh;

    @Option(names = "--seconds", defaultValue = "3", description = "How long each figure is taken (${DEFAULT-VALUE}).")
    private double seconds;

    @Option(names = "--rounds", defaultValue = "3", description = "How often all of them are (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--callers",
            split = ",",
            defaultValue = "1,10,100,1000",
            description = "How many call at once (${DEFAULT-VALUE}).")
    private List<Integer> callers = List.of();

    @Option(
            names = "--only",
            split = ",",
            defaultValue = "RAW,ECHO,EMPTY,READ,MYPAGE,DESK,ORDER,LIFE,DEPOSIT,ACCOUNT,PAIRS",
            description = "What to measure: ${COMPLETION-CANDIDATES}; all of it by default.")
    private EnumSet<Bench.Measure> only = EnumSet.allOf(Bench.Measure.class);

    @Option(
            names = "--rate",
            description = "Place so many orders a second, answered or not: who has to wait for that is late.")
    private double rate;

    @Option(names = "--json", description = "Where to write the figures, as JSON.")
    private @Nullable Path json;

    @Option(names = "--plot", description = "Where to draw them, as SVG.")
    private @Nullable Path plot;

    @Option(
            names = "--storm",
            arity = "0..1",
            fallbackValue = "100",
            description = "Only this: so many deposit at the bank as fast as they can (100), while others read.")
    private int storm;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private picocli.CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (!(seconds >= 0.1 && seconds <= 3_600)
                || rounds < 1
                || rate < 0
                || storm < 0
                || callers.stream().anyMatch(it -> it < 1)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--seconds takes 0.1 to 3600; --rounds, --callers, --rate and --storm what is above zero.");
        }
        if (fresh) {
            try (FreshInstance instance = FreshInstance.start()) {
                measure(instance.port(), instance.bootstrap());
            }
        } else {
            measure(port, bootstrap);
        }
        return 0;
    }

    private void measure(final int http, final String kafka) throws Exception {
        final Duration round = Duration.ofMillis(Math.round(seconds * 1_000));
        final Report report = storm > 0
                ? Report.of(new Storm(http, round, storm, Terminal::aside).run())
                : bench(new Bench.Plan(http, kafka, only, callers, rounds, round, rate));
        Terminal.say(report.table());
        write(json, report.json());
        write(plot, report.plot());
    }

    private static Report bench(final Bench.Plan plan) throws Exception {
        try (ProgressBar bar = new ProgressBar("bench", Bench.steps(plan))) {
            return new Bench(plan, what -> {
                        bar.step();
                        bar.setExtraMessage(" " + what);
                    })
                    .run();
        }
    }

    private static void write(final @Nullable Path file, final String text) throws IOException {
        if (file != null) {
            Files.writeString(file, text);
            Terminal.aside("written: " + file);
        }
    }
}

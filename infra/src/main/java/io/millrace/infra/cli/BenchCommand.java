package io.millrace.infra.cli;

import io.millrace.infra.load.Bench;
import io.millrace.infra.load.Storm;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code millrace bench}: how fast a running instance is, beside the limits measured in the same run. */
@Command(
        name = "bench",
        description = "Measure a running instance beside the limits of its broker, in one run.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    @Option(names = "--port", defaultValue = "8080", description = "Where it listens (${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--bootstrap", defaultValue = "localhost:9092", description = "Its Kafka (${DEFAULT-VALUE}).")
    private String bootstrap = "localhost:9092";

    @Option(names = "--seconds", defaultValue = "5", description = "How long each round takes (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--callers",
            split = ",",
            defaultValue = "1,10,100,1000",
            description = "How many call at once, round by round (${DEFAULT-VALUE}).")
    private List<Integer> callers = List.of();

    @Option(
            names = "--only",
            split = ",",
            defaultValue = "RAW,EMPTY,ORDER,LIFE,MYPAGE,PAIRS",
            description = "What to measure: ${COMPLETION-CANDIDATES}; all of it by default.")
    private EnumSet<Bench.Measure> only = EnumSet.allOf(Bench.Measure.class);

    @Option(
            names = "--storm",
            arity = "0..1",
            fallbackValue = "100",
            description = "Only this: so many deposit at the bank as fast as they can (100), while others read.")
    private int storm;

    @Override
    public Integer call() throws Exception {
        if (storm > 0) {
            Terminal.say(Bench.table(new Storm(port, Duration.ofSeconds(seconds), storm, Terminal::aside).run()));
            return 0;
        }
        final Bench bench = new Bench(port, bootstrap, Duration.ofSeconds(seconds), callers, only, Terminal::aside);
        Terminal.say(Bench.table(bench.run()));
        return 0;
    }
}

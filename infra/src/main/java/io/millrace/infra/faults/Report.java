package io.millrace.infra.faults;

import io.millrace.infra.faults.Findings.Sort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How a trial went, on one page. */
public final class Report {

    private final TrialPlan plan;
    private final List<Fault> faults;
    private final int revived;
    private final Stage stage;
    private final Judgement judgement;
    private final List<Duration> recoveries;

    Report(
            final TrialPlan plan,
            final List<Fault> faults,
            final int revived,
            final Stage stage,
            final Judgement judgement,
            final List<Duration> recoveries) {
        this.plan = plan;
        this.faults = faults;
        this.revived = revived;
        this.stage = stage;
        this.judgement = judgement;
        this.recoveries = recoveries.stream().sorted().toList();
    }

    public boolean good() {
        return stage.findings().none();
    }

    public long answers() {
        return stage.answers();
    }

    public List<Fault> faults() {
        return faults;
    }

    @Override
    public String toString() {
        final List<String> lines = new ArrayList<>();
        line(
                lines,
                "seed",
                plan.seed() + ", " + plan.brokers() + " brokers, " + plan.instances() + " instances, commits "
                        + (plan.commits() == null
                                ? "at once"
                                : "each " + plan.commits().toMillis() + " ms"));
        line(lines, "faults", faults.size() + ": " + counted());
        line(lines, "ended by itself", revived + " processes, and started again");
        line(lines, "requests", stage.told().size() + ", answered " + stage.answers() + " times, repeats and all");
        line(lines, "records", stage.records() + " written past the façade");
        line(lines, "reads", stage.reads() + " with tokens");
        line(
                lines,
                "judged",
                judgement.commands() + " commands, " + judgement.events() + " events, " + judgement.rows()
                        + " rows of pages, " + judgement.poison() + " records in quarantine");
        for (final Sort sort : Sort.values()) {
            line(lines, sort.words(), Integer.toString(stage.findings().count(sort)));
        }
        line(
                lines,
                "recovered",
                recoveries.isEmpty()
                        ? "-"
                        : "median " + seconds(recoveries.get(recoveries.size() / 2)) + ", worst "
                                + seconds(recoveries.getLast()));
        lines.addAll(stage.findings().lines());
        return "\n" + String.join("\n", lines) + "\n";
    }

    private Map<Fault, Integer> counted() {
        final Map<Fault, Integer> counted = new EnumMap<>(Fault.class);
        faults.forEach(fault -> counted.merge(fault, 1, Integer::sum));
        return counted;
    }

    private static void line(final List<String> lines, final String what, final String value) {
        lines.add("%-16s%s".formatted(what, value));
    }

    private static String seconds(final Duration time) {
        return "%.1f s".formatted(time.toMillis() / 1_000.0);
    }
}

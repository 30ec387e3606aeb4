package io.millrace.infra.load;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.json.JsonMapper;

/** What a bench found, each figure beside the limit that was measured in the same run. */
public record Report(Machine machine, List<Line> lines) {

    static final String RAW = "raw produce and consume";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HEAD = """
            | what | callers | per second | slowest, fastest round | median ms | p99 ms | longest ms | times raw |
            |---|--:|--:|--:|--:|--:|--:|--:|
            """;

    public Report {
        lines = List.copyOf(lines);
    }

    public static Report of(final List<Line> lines) {
        return new Report(Machine.here(), lines);
    }

    /** As a table that reads well in a terminal and in Markdown; "times raw" is its median, by that of a raw round trip. */
    public String table() {
        final StringBuilder table = new StringBuilder(HEAD);
        for (final Line line : lines) {
            final String times = timesRaw(line).map(it -> number("%.1f", it)).orElse("");
            table.append(String.format(
                    Locale.ROOT,
                    "| %-23s | %5d | %7.0f | %7.0f, %7.0f | %8.2f | %8.2f | %8.1f | %6s |%n",
                    line.what(),
                    line.callers(),
                    line.perSecond(),
                    line.slowest(),
                    line.fastest(),
                    line.p50(),
                    line.p99(),
                    line.max(),
                    times));
        }
        return table.append(machine.inOneLine()).toString();
    }

    /** How many raw round trips it takes. */
    Optional<Double> timesRaw(final Line line) {
        return besideRaw(line, Line::p50);
    }

    /** Which part of the raw throughput it is. */
    Optional<Double> ofRaw(final Line line) {
        return besideRaw(line, Line::perSecond);
    }

    private Optional<Double> besideRaw(final Line line, final ToDoubleFunction<Line> figure) {
        return lines.stream()
                .filter(it -> it.what().equals(RAW) && it.callers() == line.callers())
                .findFirst()
                .map(raw -> figure.applyAsDouble(line) / figure.applyAsDouble(raw));
    }

    private record Entry(Line line, Optional<Double> timesRaw, Optional<Double> ofRaw) {}

    private record Whole(Machine machine, List<Entry> measured) {}

    public String json() {
        final List<Entry> entries =
                lines.stream().map(it -> new Entry(it, timesRaw(it), ofRaw(it))).toList();
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(new Whole(machine, entries));
    }

    public String plot() {
        return Plot.of(lines, machine.inOneLine());
    }

    static String number(final String format, final double value) {
        return String.format(Locale.ROOT, format, value);
    }
}

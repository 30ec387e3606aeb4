package io.millrace.infra.faults;

import io.millrace.infra.faults.Findings.Sort;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How a trial went, on one page. */
public record Report(
        long seed,
        Map<Fault, Integer> faults,
        long requests,
        long answers,
        long reads,
        long commands,
        long events,
        long rows,
        long poison,
        List<Duration> recoveries,
        Findings findings) {

    public boolean good() {
        return findings.none();
    }

    @Override
    public String toString() {
        final List<Duration> sorted = recoveries.stream().sorted().toList();
        final StringBuilder page = new StringBuilder();
        page.append("""

                seed            %d
                faults          %s
                requests        %d, answered %d times, repeats and all
                reads           %d with tokens
                judged          %d commands, %d events, %d rows of pages, %d records in quarantine
                lost            %d
                doubled         %d
                oversold        %d
                back in time    %d
                answers wrong   %d
                rules broken    %d
                pages wrong     %d
                audit           %d
                server errors   %d
                recovered       median %s, worst %s
                """.formatted(
                        seed,
                        faults,
                        requests,
                        answers,
                        reads,
                        commands,
                        events,
                        rows,
                        poison,
                        findings.count(Sort.LOST),
                        findings.count(Sort.DOUBLED),
                        findings.count(Sort.OVERSOLD),
                        findings.count(Sort.BACK_IN_TIME),
                        findings.count(Sort.MISTOLD) + findings.count(Sort.CHANGED),
                        findings.count(Sort.UNRULY),
                        findings.count(Sort.PAGE),
                        findings.count(Sort.AUDIT),
                        findings.count(Sort.BROKEN),
                        sorted.isEmpty() ? "-" : seconds(sorted.get(sorted.size() / 2)),
                        sorted.isEmpty() ? "-" : seconds(sorted.getLast())));
        findings.lines().forEach(line -> page.append(line).append('\n'));
        return page.toString();
    }

    private static String seconds(final Duration time) {
        return "%.1f s".formatted(time.toMillis() / 1_000.0);
    }
}

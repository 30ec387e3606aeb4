package io.millrace.infra.siege;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/** What a siege came to. */
public record SiegeReport(
        long writes,
        long reads,
        long failed,
        long again,
        long cutOff,
        long later,
        Duration took,
        Histogram micros,
        Ledger.Worst worst,
        long usualWorstMicros,
        ReadBack.Account account,
        long backInTime,
        Iterable<String> remarks) {

    static SiegeReport of(final Ledger ledger, final Duration took, final ReadBack.Account account) {
        return new SiegeReport(
                ledger.writes.sum(),
                ledger.reads.sum(),
                ledger.failed.sum(),
                ledger.again.sum(),
                ledger.cutOff.sum(),
                ledger.later.sum(),
                took,
                ledger.micros,
                ledger.worst(),
                ledger.usualWorst(),
                account,
                ledger.backInTime.sum(),
                ledger.remarks());
    }

    /** Everything ended well, and everything that was told is there, once. */
    public boolean good() {
        return failed == 0 && account.lost() == 0 && account.doubled() == 0 && account.addsUp() && backInTime == 0;
    }

    /** In percent; 100 only if every single one ended well. */
    double availability() {
        final long all = writes + reads;
        return all == 0 ? 0 : Math.floor((all - failed) * 10_000.0 / all) / 100;
    }

    public String text() {
        final double seconds = took.toNanos() / 1e9;
        final StringBuilder text = new StringBuilder()
                .append(line("Transactions", "%d (%d orders, %d reads)".formatted(writes + reads, writes, reads)))
                .append(line("Availability", "%.2f %%".formatted(availability())))
                .append(line("Elapsed time", "%.1f s".formatted(seconds)))
                .append(line("Transaction rate", "%.1f per second".formatted((writes + reads) / seconds)))
                .append(line("Response time", "p50 %.1f ms, p99 %.1f ms".formatted(millis(50), millis(99))))
                .append(line(
                        "Longest",
                        "%.2f s: %s, begun %.1f s after the start"
                                .formatted(worst.micros() / 1e6, worst.what(), worst.begunMicros() / 1e6)))
                .append(line("Worst wait per caller", "%.2f s in the middle".formatted(usualWorstMicros / 1e6)))
                .append(line(
                        "Asked again", "%d after 503, %d after 202, %d after a cut".formatted(again, later, cutOff)))
                .append(line("Failed", Long.toString(failed)))
                .append(line("Lost", Long.toString(account.lost())))
                .append(line("Doubled", Long.toString(account.doubled())))
                .append(line("Back in time", Long.toString(backInTime)))
                .append(line(
                        "Read back",
                        account.found() + " orders; numbers and stock "
                                + (account.addsUp() ? "add up" : "DON'T ADD UP")));
        remarks.forEach(remark -> text.append("  ! ").append(remark).append('\n'));
        return text.toString();
    }

    private double millis(final double percentile) {
        return micros.getValueAtPercentile(percentile) / 1_000.0;
    }

    private static String line(final String what, final String value) {
        return "%-23s %s%n".formatted(what + ":", value);
    }
}

package io.millrace.pieces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** That each piece can be measured is tested; how long it takes is measured only by who asks for it. */
class PiecesTest {

    private static final Logger LOG = LoggerFactory.getLogger(PiecesTest.class);

    @Test
    void shouldBeAbleToMeasureEveryPiece() throws RunnerException {
        assertThat(Measuring.ONCE.run())
                .extracting(PiecesTest::piece)
                .containsExactlyInAnyOrder(
                        "DeskPieces.desk",
                        "PagePieces.pages",
                        "RulePieces.decide",
                        "RulePieces.fold",
                        "RulePieces.rule",
                        "WirePieces.readCommand",
                        "WirePieces.readReceipt",
                        "WirePieces.writeCommand",
                        "WirePieces.writeReceipt");
    }

    @Test
    @EnabledIfSystemProperty(named = "millrace.pieces", matches = "measure")
    void shouldTellWhatEachPieceCosts() throws RunnerException {
        final Collection<RunResult> results = Measuring.EARNEST.run();
        results.forEach(it -> LOG.info(
                "piece={}, micros={}, error={}, bytesAllocated={}",
                piece(it),
                each(it.getPrimaryResult().getScore()),
                each(it.getPrimaryResult().getScoreError()),
                each(allocated(it))));
        assertThat(results).extracting(PiecesTest::allocated).allMatch(bytes -> bytes > 0);
    }

    private static String piece(final RunResult result) {
        final String name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
    }

    private static double allocated(final RunResult result) {
        final Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
        return bytes == null ? 0 : bytes.getScore();
    }

    /** Of a batch, each one's share. */
    private static String each(final double value) {
        return String.format(Locale.ROOT, "%.2f", value / Measuring.BATCH);
    }
}

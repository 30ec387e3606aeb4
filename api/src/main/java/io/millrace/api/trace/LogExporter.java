package io.millrace.api.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes each step into the log, for who has no collector. */
final class LogExporter implements SpanExporter {

    /** Who wants these lines elsewhere, sends this logger there. */
    private static final Logger TRACES = LoggerFactory.getLogger("millrace.traces");

    @Override
    public CompletableResultCode export(final Collection<SpanData> steps) {
        steps.forEach(LogExporter::log);
        return CompletableResultCode.ofSuccess();
    }

    private static void log(final SpanData step) {
        TRACES.info(
                "trace={}, step={}, of={}, name={}, micros={}, {}",
                step.getTraceId(),
                step.getSpanId(),
                step.getParentSpanId(),
                step.getName(),
                TimeUnit.NANOSECONDS.toMicros(step.getEndEpochNanos() - step.getStartEpochNanos()),
                told(step));
    }

    private static String told(final SpanData step) {
        final StringJoiner told = new StringJoiner(", ");
        step.getAttributes().forEach((what, value) -> told.add(what.getKey() + "=" + value));
        return told.toString();
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }
}

package io.millrace.api.trace;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.util.Collection;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/** Sends steps to a collector. If that is away they are lost, which is said once, and nothing else suffers. */
final class CollectorExporter implements SpanExporter {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(CollectorExporter.class);

    /** It would tell of each failure past our log. Nobody else keeps it from being forgotten. */
    private static final Logger THEIRS = Logger.getLogger("io.opentelemetry");

    private final SpanExporter sender;
    private final URI address;
    private volatile boolean away;

    private CollectorExporter(final SpanExporter sender, final URI address) {
        this.sender = sender;
        this.address = address;
    }

    static CollectorExporter at(final URI address) {
        THEIRS.setLevel(Level.OFF);
        return new CollectorExporter(
                OtlpHttpSpanExporter.builder().setEndpoint(address.toString()).build(), address);
    }

    @Override
    public CompletableResultCode export(final Collection<SpanData> steps) {
        final CompletableResultCode sent = sender.export(steps);
        return sent.whenComplete(() -> told(sent.isSuccess()));
    }

    private void told(final boolean taken) {
        if (taken == away) {
            away = !taken;
            if (taken) {
                LOG.info("traces are taken again, to={}", address);
            } else {
                LOG.warn("traces are lost until the collector takes them again, to={}", address);
            }
        }
    }

    @Override
    public CompletableResultCode flush() {
        return sender.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return sender.shutdown();
    }
}

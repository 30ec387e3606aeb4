package io.millrace.api.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Follows what a command causes, from the request over desks, pages and notices. What belongs together is said by the
 * records themselves, which the journal keeps: so whoever reads one later, be it after a restart, goes on in its trace.
 */
public final class Tracing implements AutoCloseable {

    /** Nobody wants to know. */
    public static final Tracing OFF = new Tracing(null);

    private static final Duration BETWEEN_BATCHES = Duration.ofSeconds(1);
    private static final int SECONDS_TO_CLOSE = 3;

    private final @Nullable SdkTracerProvider provider;
    private final @Nullable Tracer tracer;

    private Tracing(final @Nullable SdkTracerProvider provider) {
        this.provider = provider;
        this.tracer = provider == null ? null : provider.get("io.millrace");
    }

    public static Tracing of(final TraceSettings settings, final String instance) {
        return switch (settings.to()) {
            case TraceSettings.To.Nobody _ -> OFF;
            case TraceSettings.To.Log _ -> to(new LogExporter(), settings.share(), instance);
            case TraceSettings.To.Collector(var address) ->
                to(CollectorExporter.at(address), settings.share(), instance);
        };
    }

    private static Tracing to(final SpanExporter exporter, final double share, final String instance) {
        final Attributes who = Attributes.of(
                AttributeKey.stringKey("service.name"),
                "millrace",
                AttributeKey.stringKey("service.instance.id"),
                instance);
        return new Tracing(SdkTracerProvider.builder()
                .setResource(Resource.create(who))
                // who has begun a trace has decided for all of it
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(share)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setScheduleDelay(BETWEEN_BATCHES)
                        .build())
                .build());
    }

    public boolean on() {
        return tracer != null;
    }

    /** A request begins a trace, unless it names the step of somebody else's that it follows from. */
    public Step asked(final String name, final @Nullable String traceparent) {
        return begun(name, SpanKind.SERVER, Traceparent.read(traceparent));
    }

    /** What a record causes here; it never begins a trace. */
    Step caused(final String name, final Headers headers) {
        final Context cause = Traceparent.read(headers);
        return Span.fromContext(cause).getSpanContext().isSampled() ? begun(name, SpanKind.CONSUMER, cause) : Step.NONE;
    }

    /** The step that a record causes lasts until it is done; what follows from the record, follows from this step. */
    public CompletableFuture<Void> during(
            final String name, final Headers headers, final Supplier<CompletableFuture<Void>> doing) {
        if (!on()) {
            return doing.get();
        }
        final Step step = caused(name, headers);
        step.onto(headers);
        return step.during(doing::get).whenComplete((_, _) -> step.close());
    }

    private Step begun(final String name, final SpanKind kind, final Context cause) {
        if (tracer == null) {
            return Step.NONE;
        }
        final Span span =
                tracer.spanBuilder(name).setSpanKind(kind).setParent(cause).startSpan();
        return span.getSpanContext().isSampled() ? new Step(span) : Step.NONE;
    }

    /** What is not sent yet still has a moment. */
    @Override
    public void close() {
        if (provider != null) {
            provider.shutdown().join(SECONDS_TO_CLOSE, TimeUnit.SECONDS);
        }
    }
}

package io.millrace.api.trace;

import io.millrace.backbone.stream.Trace;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** How a step is named to whoever goes on, as the W3C writes it. */
final class Traceparent {

    private static final Written WRITTEN = new Written();

    private Traceparent() {}

    /** The step that it names; none, if it is not well-formed. */
    static Context read(final @Nullable String text) {
        return text == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), text, WRITTEN);
    }

    static Context read(final Headers headers) {
        final Header header = Trace.in(headers);
        return read(header == null ? null : new String(header.value(), StandardCharsets.US_ASCII));
    }

    static byte[] write(final SpanContext step) {
        final String text = "00-" + step.getTraceId() + "-" + step.getSpanId() + "-"
                + step.getTraceFlags().asHex();
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static final class Written implements TextMapGetter<String> {

        @Override
        public Iterable<String> keys(final String text) {
            return List.of(Trace.HEADER);
        }

        @Override
        public @Nullable String get(final @Nullable String text, final String key) {
            return key.equals(Trace.HEADER) ? text : null;
        }
    }
}

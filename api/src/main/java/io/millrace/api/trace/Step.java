package io.millrace.api.trace;

import io.millrace.backbone.stream.Trace;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** One step of a trace, from when it is begun until it is closed. One that nobody keeps costs nothing. */
public final class Step implements AutoCloseable {

    /** Under this name, lines in the log say to which trace they belong. */
    public static final String IN_LOG = "trace";

    static final Step NONE = new Step(null);

    private static final ScopedValue<Step> CURRENT = ScopedValue.newInstance();

    private final @Nullable Span span;

    Step(final @Nullable Span span) {
        this.span = span;
    }

    /** By which its trace is known, if it is kept. */
    public Optional<String> trace() {
        return span == null
                ? Optional.empty()
                : Optional.of(span.getSpanContext().getTraceId());
    }

    /** What is sent while this runs belongs to the step, as far as it asks for {@link #header()}; so do lines in the log. */
    public <T, X extends Exception> T during(final ScopedValue.CallableOp<T, X> doing) throws X {
        if (span == null) {
            return doing.call();
        }
        try (MDC.MDCCloseable _ = MDC.putCloseable(IN_LOG, span.getSpanContext().getTraceId())) {
            return ScopedValue.where(CURRENT, this).call(doing);
        }
    }

    /** By which a record says that it follows from the step which runs here now, if one does. */
    public static Optional<Header> header() {
        return CURRENT.isBound() ? Optional.ofNullable(CURRENT.get().own()) : Optional.empty();
    }

    /** The same headers, for what follows from this step. */
    Headers on(final Headers headers) {
        final Header own = own();
        return own == null
                ? headers
                : new RecordHeaders(headers).remove(Trace.HEADER).add(own);
    }

    void onto(final Headers headers) {
        final Header own = own();
        if (own != null) {
            headers.remove(Trace.HEADER).add(own);
        }
    }

    private @Nullable Header own() {
        return span == null ? null : new RecordHeader(Trace.HEADER, Traceparent.write(span.getSpanContext()));
    }

    public Step tell(final String what, final @Nullable String value) {
        if (span != null && value != null) {
            span.setAttribute(what, value);
        }
        return this;
    }

    public Step tell(final String what, final long value) {
        if (span != null) {
            span.setAttribute(what, value);
        }
        return this;
    }

    public void failed() {
        if (span != null) {
            span.setStatus(StatusCode.ERROR);
        }
    }

    @Override
    public void close() {
        if (span != null) {
            span.end();
        }
    }
}

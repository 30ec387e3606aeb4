package io.millrace.api.trace;

import java.net.URI;

/** Where traces go, and which share of them is kept: that of the traces which begin here. */
public record TraceSettings(To to, double share) {

    public static final TraceSettings NONE = new TraceSettings(new To.Nobody(), 0);

    /** Who takes them. */
    public sealed interface To {

        record Nobody() implements To {}

        /** The log, a line for each step. */
        record Log() implements To {}

        /** A collector that speaks OTLP over HTTP, at its address for traces. */
        record Collector(URI address) implements To {}
    }
}

package io.millrace.api.kit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.millrace.api.trace.TraceSettings;
import io.millrace.api.trace.Tracing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.apache.kafka.shaded.io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import org.apache.kafka.shaded.io.opentelemetry.proto.common.v1.AnyValue;

/** A collector that takes OTLP over HTTP. It decodes with what Kafka's client brings along for its own purposes. */
public final class Collector implements AutoCloseable {

    /** A step as it came over the wire. */
    public record Span(String trace, String id, String parent, String name, Map<String, String> told) {}

    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    public Collector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    /** Sends everything here. */
    public Tracing tracing() {
        return tracing(1);
    }

    public Tracing tracing(final double share) {
        final URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces");
        return Tracing.of(new TraceSettings(new TraceSettings.To.Collector(address), share), "one");
    }

    private void take(final HttpExchange exchange) throws IOException {
        try (exchange) {
            ExportTraceServiceRequest.parseFrom(exchange.getRequestBody()).getResourceSpansList().stream()
                    .flatMap(it -> it.getScopeSpansList().stream())
                    .flatMap(it -> it.getSpansList().stream())
                    .forEach(it -> spans.add(new Span(
                            HexFormat.of().formatHex(it.getTraceId().toByteArray()),
                            HexFormat.of().formatHex(it.getSpanId().toByteArray()),
                            HexFormat.of().formatHex(it.getParentSpanId().toByteArray()),
                            it.getName(),
                            it.getAttributesList().stream()
                                    .collect(Collectors.toMap(a -> a.getKey(), a -> text(a.getValue()))))));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static String text(final AnyValue value) {
        return value.hasIntValue() ? Long.toString(value.getIntValue()) : value.getStringValue();
    }

    public List<Span> spans() {
        return spans;
    }

    /** The step that has no other one of ours before it. */
    public Span first(final String trace) {
        return of(trace).stream().filter(it -> before(it).isEmpty()).findFirst().orElseThrow();
    }

    /** The trace that such a request began last. */
    public Optional<String> begunBy(final String request) {
        return spans.stream()
                .filter(it -> it.name().equals(request))
                .reduce((_, last) -> last)
                .map(Span::trace);
    }

    /** For each step of a trace, the names of those that led to it, and its own. */
    public List<List<String>> ways(final String trace) {
        return of(trace).stream().map(this::way).toList();
    }

    private List<Span> of(final String trace) {
        return spans.stream().filter(it -> it.trace().equals(trace)).toList();
    }

    private List<String> way(final Span span) {
        final List<String> way = new ArrayList<>(before(span).map(this::way).orElse(List.of()));
        way.add(span.name());
        return way;
    }

    private Optional<Span> before(final Span span) {
        return spans.stream()
                .filter(it -> it.trace().equals(span.trace()) && it.id().equals(span.parent()))
                .findFirst();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

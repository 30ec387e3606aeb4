package io.millrace.infra.balance;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** One request on its way to an instance, and its answer on the way back. */
final class Passage {

    /** An instance cuts bodies off at 64 KiB; so much of one is read here at most. */
    private static final int LARGEST_BODY = 128 * 1024;

    /** They are about one connection; and the client makes those up that are listed last. */
    private static final Set<String> OF_A_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "transfer-encoding",
            "upgrade",
            "te",
            "trailer",
            "date",
            "host",
            "content-length",
            "expect");

    private final HttpExchange exchange;
    private final byte[] body;

    private Passage(final HttpExchange exchange, final byte[] body) {
        this.exchange = exchange;
        this.body = body;
    }

    static Passage of(final HttpExchange exchange) throws IOException {
        return new Passage(exchange, exchange.getRequestBody().readNBytes(LARGEST_BODY));
    }

    void through(final HttpClient http, final Backend backend) throws IOException, InterruptedException {
        final HttpRequest.Builder request = HttpRequest.newBuilder(
                        backend.uri(exchange.getRequestURI().toString()))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (isPassedOn(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        final HttpResponse<InputStream> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        answer.headers().map().forEach((name, values) -> {
            if (isPassedOn(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        try (InputStream in = answer.body()) {
            tell(answer, in);
        }
    }

    private void tell(final HttpResponse<InputStream> answer, final InputStream in) throws IOException {
        final long length =
                answer.headers().firstValueAsLong("content-length").orElse(answer.statusCode() == 204 ? 0 : -1);
        exchange.sendResponseHeaders(answer.statusCode(), length == 0 ? -1 : length < 0 ? 0 : length);
        if (length == 0) {
            return;
        }
        final OutputStream out = exchange.getResponseBody();
        final byte[] some = new byte[8 * 1024];
        for (int read = in.read(some); read >= 0; read = in.read(some)) {
            out.write(some, 0, read);
            // a stream of events is worth nothing later
            out.flush();
        }
    }

    /** If it isn't answered yet. */
    void comeAgain(final String why) throws IOException {
        if (exchange.getResponseCode() >= 0) {
            return;
        }
        final byte[] problem = ("{\"type\":\"/docs#UNAVAILABLE\",\"title\":\"Unavailable\",\"status\":503,\"detail\":\""
                        + why + "\",\"code\":\"UNAVAILABLE\"}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
        exchange.getResponseHeaders().set("Retry-After", "1");
        exchange.sendResponseHeaders(503, problem.length);
        exchange.getResponseBody().write(problem);
    }

    private static boolean isPassedOn(final String header) {
        return !OF_A_CONNECTION.contains(header.toLowerCase(Locale.ROOT));
    }
}

package io.millrace.api.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who uses the façade, over real HTTP. */
public final class Caller {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final int port;
    private final String base;
    private volatile String written = "";

    public Caller(final int port) {
        this.port = port;
        this.base = "http://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** The header by which somebody confirms that it is them. */
    public static String basic(final String id, final String password) {
        final byte[] both = (id + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    /** Headers are names and values in turn. What was written last is waited for, unless another token is sent. */
    public Reply get(final String path, final String... headers) {
        final HttpRequest.Builder request = request(path, headers).GET();
        final String last = written;
        return send(
                last.isEmpty() || List.of(headers).contains("Journal-Token")
                        ? request
                        : request.header("Journal-Token", last));
    }

    public Reply post(final String path, final String body, final String... headers) {
        return send(request(path, headers).POST(json(body)).header("Content-Type", "application/json"));
    }

    public Reply patch(final String path, final String body, final String... headers) {
        return send(request(path, headers).method("PATCH", json(body)).header("Content-Type", "application/json"));
    }

    public Reply put(final String path, final String body, final String... headers) {
        return send(request(path, headers).PUT(json(body)).header("Content-Type", "application/json"));
    }

    public Reply delete(final String path, final String... headers) {
        return send(request(path, headers).DELETE());
    }

    /** Listens to the live stream; without an id, to what comes next. */
    public Heard listen(final String query, final String lastId) {
        final HttpRequest.Builder request = request("/events?" + query).GET();
        return Heard.of(http, lastId.isEmpty() ? request : request.header("Last-Event-ID", lastId));
    }

    /** Any request at all. */
    public Reply send(final String method, final String path, final String body, final String... headers) {
        return send(request(path, headers).method(method, json(body)));
    }

    /** Any request, with JSON in it. */
    public Reply sendJson(final String method, final String path, final String body, final String... headers) {
        final HttpRequest.Builder request = request(path, headers).method(method, json(body));
        return send(request.header("Content-Type", "application/json"));
    }

    private HttpRequest.Builder request(final String path, final String... headers) {
        final HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(40));
        if (!List.of(headers).contains("Prefer")) {
            // a machine that is busy with other tests answers late, and that is not what is tested
            request.header("Prefer", "wait=20");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private Reply send(final HttpRequest.Builder request) {
        try {
            final HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            final Reply reply = new Reply(response, MAPPER);
            if (!response.request().method().equals("GET") && !reply.token().isEmpty()) {
                written = reply.token();
            }
            return reply;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.BodyPublisher json(final String body) {
        return HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'));
    }
}

package io.millrace.infra.pages;

import io.millrace.infra.load.Caller;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running instance, asked over HTTP: any one of a cluster answers for all. */
public final class Instance implements AutoCloseable {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Comparing takes as long as there are rows. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI url;
    private final @Nullable String proof;

    /** Who asks proves it with id and password, where that is asked. */
    public Instance(final URI url, final @Nullable String user, final @Nullable String password) {
        this.url = url;
        this.proof = user == null ? null : Caller.basic(user, String.valueOf(password));
    }

    /** What it answered; an empty object for nothing. */
    public JsonNode ask(final String method, final String path, final String body) {
        final HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (proof != null) {
            request.header("Authorization", proof);
        }
        try {
            final HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return read(answer);
        } catch (final IOException e) {
            throw new IllegalStateException("No instance answers at " + url + ".", e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static JsonNode read(final HttpResponse<String> answer) {
        final JsonNode body = answer.body().isEmpty() ? MAPPER.createObjectNode() : MAPPER.readTree(answer.body());
        if (answer.statusCode() >= 300) {
            throw new RefusedByInstanceException(answer.statusCode(), body);
        }
        return body;
    }

    @Override
    public void close() {
        http.close();
    }
}

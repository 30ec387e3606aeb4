package io.millrace.schemas.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** Asks a registry as curl would, with nothing of ours in between. */
final class Rest {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;

    Rest(final String url) {
        this.url = url;
    }

    Answer get(final String path) {
        return send("GET", path, null);
    }

    Answer delete(final String path) {
        return send("DELETE", path, null);
    }

    Answer post(final String path, final String body) {
        return send("POST", path, body);
    }

    Answer put(final String path, final String body) {
        return send("PUT", path, body);
    }

    Answer postSchema(final String path, final String schema) {
        return post(path, Json.object().put("schema", schema).toString());
    }

    private Answer send(final String method, final String path, final @org.jspecify.annotations.Nullable String body) {
        try {
            final HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(url + path))
                            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                            .header("Content-Type", Answers.CONTENT_TYPE)
                            .build(),
                    BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(method + " " + path + " got no answer", e);
        }
    }

    record Answer(int status, String contentType, String body) {
        JsonNode json() {
            return Json.parse(body.getBytes(StandardCharsets.UTF_8));
        }

        /** Status and error code at once, as {@code 404/40401}. */
        String error() {
            return status + "/" + json().path("error_code").asInt();
        }
    }
}

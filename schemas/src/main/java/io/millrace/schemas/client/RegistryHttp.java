package io.millrace.schemas.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One question to whichever registry answers first. Every URL is tried twice; with the default timeouts that ends long
 * before Kafka's {@code max.poll.interval.ms} would throw the asking consumer out of its group.
 */
final class RegistryHttp {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int ROUNDS = 2;

    private final RegistrySettings settings;
    private final HttpClient client;
    private volatile int answeredLast;

    RegistryHttp(final RegistrySettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    JsonNode get(final String path) {
        return ask(path, null);
    }

    JsonNode post(final String path, final String body) {
        return ask(path, body);
    }

    private JsonNode ask(final String path, final @Nullable String body) {
        final List<URI> urls = settings.urls();
        final List<String> failures = new ArrayList<>();
        @Nullable Exception cause = null;
        final int first = answeredLast;
        for (int attempt = 0; attempt < urls.size() * ROUNDS; attempt++) {
            final int index = (first + attempt) % urls.size();
            final URI url = urls.get(index);
            try {
                final HttpResponse<String> response = client.send(request(url, path, body), BodyHandlers.ofString());
                if (response.statusCode() < 500) {
                    answeredLast = index;
                    return understood(url, path, response);
                }
                failures.add(url + " answered " + response.statusCode());
            } catch (IOException e) {
                failures.add(url + ": " + e);
                cause = e;
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
        throw new RegistryUnavailableException(
                "No schema registry answered " + path + ": " + failures + ". Check that it runs and that '"
                        + RegistrySettings.URL + "' points to it",
                cause);
    }

    private HttpRequest request(final URI url, final String path, final @Nullable String body) {
        final HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(settings.requestTimeout())
                .header("Accept", "application/vnd.schemaregistry.v1+json, application/json");
        settings.authorization().ifPresent(it -> request.header("Authorization", it));
        if (body != null) {
            request.header("Content-Type", "application/vnd.schemaregistry.v1+json")
                    .POST(BodyPublishers.ofString(body));
        }
        return request.build();
    }

    private static JsonNode understood(final URI url, final String path, final HttpResponse<String> response) {
        final int status = response.statusCode();
        final JsonNode answer = json(url, path, response);
        if (status == 200) {
            return answer;
        }
        final int code = answer.path("error_code").asInt(status);
        final String said = url + path + " answered " + status + " (" + code + "): "
                + answer.path("message").asString("no message");
        if (code / 100 == 404 && code != 404) {
            throw new UnknownSchemaException(said);
        }
        throw new RegistryException(said + advice(status));
    }

    private static JsonNode json(final URI url, final String path, final HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JacksonException e) {
            // The body may be a proxy's page; it helps nobody in a log.
            throw new RegistryException(url + path + " answered " + response.statusCode() + " without JSON"
                    + advice(response.statusCode()));
        }
    }

    private static String advice(final int status) {
        return switch (status) {
            case 401, 403 -> ". Check '" + RegistrySettings.USER_INFO + "' or '" + RegistrySettings.BEARER_TOKEN + "'";
            case 409 ->
                ". The new schema can't live with what is registered: give new fields a default, or use"
                        + " another subject";
            case 404 -> ". Check that '" + RegistrySettings.URL + "' is a schema registry's root";
            default -> "";
        };
    }
}

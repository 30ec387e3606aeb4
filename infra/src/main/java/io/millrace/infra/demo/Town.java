package io.millrace.infra.demo;

import io.millrace.infra.load.Answer;
import io.millrace.infra.load.Caller;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the demo's people act: the HTTP interface of a running instance, and a count of what came of it. */
final class Town implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BUSY = 503;

    private final Caller caller;
    private int done;
    private int refused;

    Town(final int port) {
        this.caller = new Caller(port, Duration.ofSeconds(10));
    }

    /** What is on a list, or nothing where there is none. */
    List<JsonNode> list(final String path) throws IOException {
        final Answer answer = caller.get(path);
        return answer.status() == 200
                ? JSON.readTree(answer.body()).at("/items").valueStream().toList()
                : List.of();
    }

    /** Makes something; quotes may be written as apostrophes. Null if it was refused. */
    @Nullable
    JsonNode post(final String path, final String body, final Object... given) throws IOException {
        return write("POST", path, body.formatted(given));
    }

    @Nullable
    JsonNode patch(final String path, final String body, final Object... given) throws IOException {
        return write("PATCH", path, body.formatted(given));
    }

    @Nullable
    JsonNode put(final String path, final String body, final Object... given) throws IOException {
        return write("PUT", path, body.formatted(given));
    }

    private @Nullable JsonNode write(final String method, final String path, final String body) throws IOException {
        final Answer answer = caller.call(method, path, body.replace('\'', '"'));
        if (answer.status() >= BUSY) {
            throw new IOException("it answered " + answer.status() + ": " + answer.body());
        }
        if (answer.status() >= 300) {
            refused++;
            return null;
        }
        done++;
        return JSON.readTree(answer.body());
    }

    int done() {
        return done;
    }

    int refused() {
        return refused;
    }

    @Override
    public void close() {
        caller.close();
    }
}

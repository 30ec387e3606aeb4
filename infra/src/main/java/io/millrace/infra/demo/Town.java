package io.millrace.infra.demo;

import io.millrace.infra.load.Answer;
import io.millrace.infra.load.Caller;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the demo's people act: the HTTP interface of a running instance, and a count of what came of it. */
final class Town implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BUSY = 503;
    private static final int MOST_TRIES = 30;
    private static final String AUTHORIZATION = "Authorization";
    private static final String[] NO_HEADERS = {};

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

    /** Makes something as somebody who proves who they are; where that is too much work just now, they are refused. */
    @Nullable
    JsonNode postAs(final String proof, final String path, final String body, final Object... given)
            throws IOException {
        final Answer answer = caller.post(path, quoted(body.formatted(given)), AUTHORIZATION, proof);
        return answer.status() == BUSY ? none() : came(answer);
    }

    /** Makes something that the rest of the day depends on: comes again as long as it is told to. */
    JsonNode insist(final String path, final String body, final String... proof) throws IOException {
        final String[] headers = proof.length == 0 ? NO_HEADERS : new String[] {AUTHORIZATION, proof[0]};
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            final Answer answer = caller.post(path, quoted(body), headers);
            if (answer.status() < 300) {
                done++;
                return JSON.readTree(answer.body());
            }
            if (answer.status() != BUSY) {
                throw new IOException(path + " answered " + answer.status() + ": " + answer.body());
            }
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
        throw new IOException(path + " is too busy");
    }

    /** What somebody may see. */
    JsonNode read(final String path, final String proof) throws IOException {
        return JSON.readTree(caller.get(path, AUTHORIZATION, proof).body());
    }

    int status(final String path) throws IOException {
        return caller.get(path).status();
    }

    private @Nullable JsonNode write(final String method, final String path, final String body) throws IOException {
        return came(caller.call(method, path, quoted(body)));
    }

    private @Nullable JsonNode came(final Answer answer) throws IOException {
        if (answer.status() >= BUSY) {
            throw new IOException("it answered " + answer.status() + ": " + answer.body());
        }
        if (answer.status() >= 300) {
            return none();
        }
        done++;
        return JSON.readTree(answer.body());
    }

    private @Nullable JsonNode none() {
        refused++;
        return null;
    }

    private static String quoted(final String body) {
        return body.replace('\'', '"');
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

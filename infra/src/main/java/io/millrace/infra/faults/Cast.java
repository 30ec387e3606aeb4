package io.millrace.infra.faults;

import io.millrace.infra.load.Answer;
import io.millrace.infra.load.Caller;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Who has an account: each desk of a private business has one holder, known by id, password and session. */
final class Cast {

    private static final Duration CALL = Duration.ofSeconds(5);
    private static final Duration TO_SIGN_IN = Duration.ofMinutes(2);
    private static final String[] NOBODY = {};
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Map<String, String> sessions = new ConcurrentHashMap<>();

    static String holder(final String desk) {
        return "holder-" + desk;
    }

    private static String password(final String desk) {
        return "only " + holder(desk) + " knows";
    }

    /** Registers them, and signs them in at every instance: from then on each of them knows them. */
    void enter(final List<Integer> ports, final List<String> desks) {
        for (final String desk : desks) {
            final String known = "{\"id\":\"%s\",\"password\":\"%s\"}".formatted(holder(desk), password(desk));
            final String fresh = known.replace("{\"id\"", "{\"name\":\"" + holder(desk) + "\",\"id\"");
            insist(ports.getFirst(), "/people", fresh, desk);
            for (final int port : ports) {
                final String body = insist(port, "/people/sessions", known, desk + "-" + port);
                sessions.put(desk, MAPPER.readTree(body).path("token").asString());
            }
        }
    }

    private static String insist(final int port, final String path, final String body, final String key) {
        final long deadline = System.nanoTime() + TO_SIGN_IN.toNanos();
        String last = "";
        try (Caller caller = new Caller(port, CALL)) {
            while (System.nanoTime() < deadline) {
                final Answer answer = posted(caller, path, body, key);
                if (answer != null && (answer.status() == 201 || answer.status() == 409)) {
                    return answer.body();
                }
                last = answer == null ? "nothing" : answer.status() + " " + answer.body();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
        }
        throw new IllegalStateException(path + " answered " + last);
    }

    private static @Nullable Answer posted(
            final Caller caller, final String path, final String body, final String key) {
        try {
            return caller.post(path, body, "Idempotency-Key", key);
        } catch (final IOException e) {
            return null;
        }
    }

    boolean knows(final String desk) {
        return sessions.containsKey(desk);
    }

    /** What the holder of that desk proves each write with. */
    String[] confirming(final Script script, final String desk) {
        return proving(script, desk, Caller.basic(holder(desk), password(desk)));
    }

    /** What the holder of that desk reads with. */
    String[] reading(final Script script, final String desk) {
        return proving(script, desk, "Bearer " + sessions.get(desk));
    }

    private String[] proving(final Script script, final String desk, final String proof) {
        return script.secret() && knows(desk) ? new String[] {"Authorization", proof} : NOBODY;
    }
}

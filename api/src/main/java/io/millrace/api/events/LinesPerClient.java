package io.millrace.api.events;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many live streams each client has: whoever takes them all leaves none for anybody else. */
final class LinesPerClient {

    private final int most;
    private final Map<String, Integer> lines = new ConcurrentHashMap<>();

    LinesPerClient(final int most) {
        this.most = most;
    }

    /** False if they have as many as anybody may. */
    boolean take(final String client) {
        final boolean[] taken = {false};
        lines.compute(client, (_, before) -> {
            final int count = before == null ? 0 : before;
            taken[0] = count < most;
            return taken[0] ? Integer.valueOf(count + 1) : before;
        });
        return taken[0];
    }

    void give(final String client) {
        lines.computeIfPresent(client, (_, count) -> count == 1 ? null : count - 1);
    }
}

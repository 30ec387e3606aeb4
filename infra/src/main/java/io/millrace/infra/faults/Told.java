package io.millrace.infra.faults;

import io.millrace.infra.load.Answer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A command as it was sent, and everything that was ever answered to it: more than once, if it was sent more often. */
record Told(
        String business,
        String desk,
        String key,
        String method,
        String path,
        @Nullable String body,
        List<Answer> answers) {

    static Told of(
            final String business,
            final String desk,
            final String key,
            final String method,
            final String path,
            final @Nullable String body) {
        return new Told(business, desk, key, method, path, body, new CopyOnWriteArrayList<>());
    }

    String place() {
        return business + "/" + desk + "/" + key;
    }
}

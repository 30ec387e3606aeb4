package io.millrace.api.describe;

import io.millrace.backbone.Form;
import io.millrace.backbone.Privacy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How whoever comes to a private business proves who they are: with id and password each time, or with a session. */
final class Proofs {

    private static final String PASSWORD = "password";
    private static final String SESSION = "session";
    private static final String COOKIE = "cookie";

    private Proofs() {}

    static Map<String, Object> schemes() {
        return Tree.of(
                PASSWORD,
                Tree.of("type", "http", "scheme", "basic", "description", "Id and password, each time."),
                SESSION,
                Tree.of("type", "http", "scheme", "bearer", "description", "The token of a session."),
                COOKIE,
                Tree.of("type", "apiKey", "in", "cookie", "name", "millrace-session"));
    }

    /** For a page: any of them; nothing where everybody may read. */
    static List<Object> reading(final @Nullable Privacy privacy) {
        return privacy == null ? List.of() : List.of(one(PASSWORD), one(SESSION), one(COOKIE));
    }

    /** For a form: a session is enough where one of its commands only asks. */
    static List<Object> writing(final @Nullable Privacy privacy, final Form form) {
        final boolean asks =
                privacy != null && form.commands().values().stream().anyMatch(privacy.asking()::contains);
        return privacy == null || asks ? reading(privacy) : List.of(one(PASSWORD));
    }

    private static Map<String, Object> one(final String scheme) {
        return Tree.of(scheme, List.of());
    }
}

package io.millrace.api.page;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Where a list goes on, in a form that nobody is tempted to make up. */
public final class Cursor {

    private static final int LONGEST = 400;

    private Cursor() {}

    public static String of(final String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    public static Optional<String> id(final String cursor) {
        try {
            final String id = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (!id.isEmpty() && cursor.length() < LONGEST && of(id).equals(cursor)) {
                return Optional.of(id);
            }
        } catch (final IllegalArgumentException e) {
            // nobody was given that
        }
        return Optional.empty();
    }
}

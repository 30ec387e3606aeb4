package io.millrace.api.page;

import io.millrace.api.json.MalformedException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a list goes on, in a form that nobody is tempted to make up. */
public final class Cursor {

    private static final int LONGEST = 400;

    private Cursor() {}

    public static String of(final String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    public static String id(final String cursor) {
        try {
            final String id = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (!id.isEmpty() && cursor.length() < LONGEST && of(id).equals(cursor)) {
                return id;
            }
        } catch (final IllegalArgumentException e) {
            // told below
        }
        throw new MalformedException("after", "must be the next of the list before");
    }
}

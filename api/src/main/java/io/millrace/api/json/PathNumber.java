package io.millrace.api.json;

import org.jspecify.annotations.Nullable;

/** Numbers as they stand in paths: 1, 2, 3, … and in no other spelling, so that each thing has one address. */
public final class PathNumber {

    private static final int MOST_DIGITS = 12;

    private PathNumber() {}

    public static @Nullable Long of(final String text) {
        final int length = text.length();
        if (length == 0 || length > MOST_DIGITS || text.charAt(0) == '0') {
            return null;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return null;
            }
        }
        return Long.valueOf(text);
    }
}

package io.millrace.api.people;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How heavy it is to check a password with Argon2id: that heavy it is to guess one from a stolen credential. */
public record PasswordCost(int memoryKib, int iterations, int parallelism) {

    /** What OWASP asks for at the least; tens of milliseconds on one core of today. */
    public static final PasswordCost DEFAULT = new PasswordCost(19_456, 2, 1);

    private static final Pattern TEXT = Pattern.compile("m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})");
    private static final int LEAST_PER_LANE = 8;

    public PasswordCost {
        if (iterations < 1 || parallelism < 1 || memoryKib < LEAST_PER_LANE * parallelism) {
            throw new IllegalArgumentException("a password's cost needs t >= 1, p >= 1 and m >= 8 * p");
        }
    }

    /** As {@link #toString()} has it. */
    public static PasswordCost of(final String text) {
        final Matcher found = TEXT.matcher(text);
        if (!found.matches()) {
            throw new IllegalArgumentException("a password's cost is written like " + DEFAULT);
        }
        return new PasswordCost(
                Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3)));
    }

    @Override
    public String toString() {
        return "m=" + memoryKib + ",t=" + iterations + ",p=" + parallelism;
    }
}

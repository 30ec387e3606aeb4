package io.millrace.infra.acl;

import io.millrace.infra.broker.Guard;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who may sign in at our own Kafka from outside, and their passwords: lines of {@code role = password}. Each may do what
 * that role needs, and {@link Guard#ADMIN} everything.
 */
public record Users(Map<String, String> passwords) {

    private static final int SHORTEST = 8;

    /** Of a file's text. @throws IllegalArgumentException saying what is wrong with it, and no password */
    public static Users of(final String text, final Set<String> roles) {
        final Properties lines = new Properties();
        try {
            lines.load(new StringReader(text));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        final Map<String, String> passwords = new TreeMap<>();
        for (final String name : lines.stringPropertyNames()) {
            if (!roles.contains(name) && !name.equals(Guard.ADMIN)) {
                throw new IllegalArgumentException(
                        "nobody is called " + name + " here; there is: " + String.join(", ", roles) + ", admin");
            }
            if (lines.getProperty(name).strip().length() < SHORTEST) {
                throw new IllegalArgumentException(
                        "the password of " + name + " has fewer than " + SHORTEST + " characters");
            }
            passwords.put(name, lines.getProperty(name).strip());
        }
        if (passwords.isEmpty()) {
            throw new IllegalArgumentException("there is no user in it; lines are role = password");
        }
        return new Users(Map.copyOf(passwords));
    }

    /** Passwords are shown nowhere. */
    @Override
    public String toString() {
        return "Users" + passwords.keySet();
    }
}

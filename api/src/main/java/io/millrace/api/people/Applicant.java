package io.millrace.api.people;

import io.millrace.api.json.MalformedException;
import io.millrace.api.json.Problems;
import io.millrace.api.json.Sent;
import io.millrace.backbone.Checks;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What somebody sends to be registered, or to sign in. Its password is in here, and it is shown nowhere. */
record Applicant(String id, String name, String password) {

    private static final String ID = "id";
    private static final String NAME = "name";
    private static final String PASSWORD = "password";
    private static final int SHORTEST = 8;
    private static final int LONGEST = 200;

    /** Who it is about is told as soon as it is known, whatever else is wrong. */
    static Applicant of(final byte[] body, final Problems problems, final Consumer<String> whom) {
        final Map<String, @Nullable Object> sent = sent(body, Set.of(ID, NAME, PASSWORD), problems, whom);
        return checked(text(sent, ID, problems), text(sent, NAME, problems), text(sent, PASSWORD, problems), problems);
    }

    static Applicant checked(final String id, final String name, final String password) {
        return checked(id, name, password, new Problems());
    }

    private static Applicant checked(
            final String id, final String name, final String password, final Problems problems) {
        check(id, ID, Checks.named("person"), problems);
        check(name, NAME, Checks.named(NAME), problems);
        if (!password.isEmpty() && !canBePassword(password)) {
            problems.add(PASSWORD, "must have " + SHORTEST + " to " + LONGEST + " characters");
        }
        problems.orThrow();
        return new Applicant(id, name, password);
    }

    /** To sign in, any text will do: whether it is right is another question. */
    static Applicant known(final byte[] body, final Problems problems, final Consumer<String> whom) {
        final Map<String, @Nullable Object> sent = sent(body, Set.of(ID, PASSWORD), problems, whom);
        final Applicant known = new Applicant(text(sent, ID, problems), "", text(sent, PASSWORD, problems));
        problems.orThrow();
        return known;
    }

    @Override
    public String toString() {
        return "Applicant[" + id + "]";
    }

    private static Map<String, @Nullable Object> sent(
            final byte[] body, final Set<String> fields, final Problems problems, final Consumer<String> whom) {
        final Map<String, @Nullable Object> sent;
        try {
            sent = Sent.object(body, problems);
        } catch (final MalformedException e) {
            // what is wrong with it could quote the password
            throw new MalformedException("The body must be one JSON object with "
                    + String.join(", ", fields.stream().sorted().toList()) + ".");
        }
        if (sent.get(ID) instanceof String id) {
            whom.accept(id);
        }
        sent.keySet().stream().filter(it -> !fields.contains(it)).forEach(it -> problems.add(it, "is unknown"));
        return sent;
    }

    private static String text(final Map<String, @Nullable Object> sent, final String field, final Problems problems) {
        final Object value = sent.get(field);
        if (value instanceof String text && !text.isEmpty()) {
            return text;
        }
        problems.add(field, sent.containsKey(field) ? "must be text" : "is missing");
        return "";
    }

    private static void check(
            final String value, final String field, final Checks.Check check, final Problems problems) {
        if (!value.isEmpty() && !check.holds().test(value)) {
            problems.add(field, "must be " + check.words());
        }
    }

    /** Counted as people count; halves of a character are none. */
    private static boolean canBePassword(final String text) {
        final int length = text.codePointCount(0, text.length());
        return length >= SHORTEST
                && length <= LONGEST
                && text.codePoints().noneMatch(it -> it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE);
    }
}

package io.millrace.backbone;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * How a command is handed in from outside: a path below the desk, and the command it becomes. What stands in braces in
 * the path fills the command's field of that name; everything else comes from what was sent.
 */
public record Form(Verb verb, String path, Map<String, Class<? extends SpecificRecord>> commands) {

    public enum Verb {
        MAKE,
        CHANGE,
        SET,
        REMOVE
    }

    /** The one command of a form that has no choice. */
    private static final String ALWAYS = "";

    /** Makes something new. */
    public static Form make(final String path, final Class<? extends SpecificRecord> command) {
        return new Form(Verb.MAKE, path, Map.of(ALWAYS, command));
    }

    /** Changes what it names and nothing else. */
    public static Form change(final String path, final Class<? extends SpecificRecord> command) {
        return new Form(Verb.CHANGE, path, Map.of(ALWAYS, command));
    }

    /** Changes the {@code status}: each status that can be asked for is a command, named with {@link #to}. */
    public static Form step(final String path) {
        return new Form(Verb.CHANGE, path, Map.of());
    }

    /** Sets all of it: what is left out takes its default. */
    public static Form set(final Class<? extends SpecificRecord> command) {
        return new Form(Verb.SET, "", Map.of(ALWAYS, command));
    }

    public static Form remove(final String path, final Class<? extends SpecificRecord> command) {
        return new Form(Verb.REMOVE, path, Map.of(ALWAYS, command));
    }

    public Form to(final String status, final Class<? extends SpecificRecord> command) {
        final Map<String, Class<? extends SpecificRecord>> more = new LinkedHashMap<>(commands);
        more.put(status, command);
        return new Form(verb, path, more);
    }

    /** Whether the {@code status} that was sent chooses the command. */
    public boolean choosesByStatus() {
        return !commands.containsKey(ALWAYS);
    }

    public Class<? extends SpecificRecord> only() {
        final Class<? extends SpecificRecord> command = commands.get(ALWAYS);
        if (command == null) {
            throw new IllegalStateException(path + " chooses its command by status");
        }
        return command;
    }
}

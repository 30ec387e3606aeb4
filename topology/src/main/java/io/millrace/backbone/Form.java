package io.millrace.backbone;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * How a command is handed in from outside: a path below the desk, and the command it becomes. What stands in braces in
 * the path fills the command's field of that name; everything else comes from what was sent. Where {@code deskIn} names
 * a field, the desk is sent in it, and the path is one below the business.
 */
public record Form(
        Verb verb,
        String path,
        Map<String, Class<? extends SpecificRecord>> commands,
        String choice,
        @Nullable String deskIn,
        boolean byHand,
        Map<String, Access> access) {

    public enum Verb {
        MAKE,
        CHANGE,
        SET,
        REMOVE
    }

    /** The one command of a form that has no choice. */
    private static final String ALWAYS = "";

    private static final String STATUS = "status";

    private static Form of(final Verb verb, final String path, final Class<? extends SpecificRecord> command) {
        return new Form(verb, path, Map.of(ALWAYS, command), STATUS, null, false, Map.of());
    }

    /** Makes something new. */
    public static Form make(final String path, final Class<? extends SpecificRecord> command) {
        return of(Verb.MAKE, path, command);
    }

    /** Makes something of which there are several kinds: what that field says chooses the command. */
    public static Form makeBy(final String field, final String path) {
        return new Form(Verb.MAKE, path, Map.of(), field, null, false, Map.of());
    }

    /** Changes what it names and nothing else. */
    public static Form change(final String path, final Class<? extends SpecificRecord> command) {
        return of(Verb.CHANGE, path, command);
    }

    /** Changes the {@code status}: each status that can be asked for is a command, named with {@link #to}. */
    public static Form step(final String path) {
        return new Form(Verb.CHANGE, path, Map.of(), STATUS, null, false, Map.of());
    }

    /** Sets all of it: what is left out takes its default. */
    public static Form set(final Class<? extends SpecificRecord> command) {
        return set("", command);
    }

    /** Sets all of one thing that the desk keeps. */
    public static Form set(final String path, final Class<? extends SpecificRecord> command) {
        return of(Verb.SET, path, command);
    }

    public static Form remove(final String path, final Class<? extends SpecificRecord> command) {
        return of(Verb.REMOVE, path, command);
    }

    public Form to(final String chosen, final Class<? extends SpecificRecord> command) {
        final Map<String, Class<? extends SpecificRecord>> more = new LinkedHashMap<>(commands);
        more.put(chosen, command);
        return new Form(verb, path, more, choice, deskIn, byHand, access);
    }

    /** The same, for a choice that not the same people may make as the others. */
    public Form to(final String chosen, final Class<? extends SpecificRecord> command, final Access who) {
        return to(chosen, command).by(chosen, who);
    }

    /** Who may send it: whichever of its commands is not said to be for others. */
    public Form by(final Access who) {
        return by(ALWAYS, who);
    }

    private Form by(final String chosen, final Access who) {
        final Map<String, Access> more = new LinkedHashMap<>(access);
        more.put(chosen, who);
        return new Form(verb, path, commands, choice, deskIn, byHand, more);
    }

    /** Who may send this choice of it; nobody, where nothing is said. */
    public Access accessTo(final String chosen) {
        return access.getOrDefault(chosen, access.getOrDefault(ALWAYS, Access.by()));
    }

    /** Who may send this command. */
    public Access accessTo(final SpecificRecord command) {
        return commands.entrySet().stream()
                .filter(it -> it.getValue() == command.getClass())
                .findFirst()
                .map(it -> accessTo(it.getKey()))
                .orElse(Access.by());
    }

    /** Whether it is said of all it can become who may send it. */
    public boolean ruled() {
        return access.containsKey(ALWAYS) || access.keySet().containsAll(commands.keySet());
    }

    /** What is sent is not the command: the door to the outside has a handler of its own, which makes it one. */
    public Form handled() {
        return new Form(verb, path, commands, choice, deskIn, true, access);
    }

    /** The desk is sent in that field, and doesn't stand in the path. */
    public Form deskIn(final String field) {
        return new Form(verb, path, commands, choice, field, byHand, access);
    }

    /** Whether what was sent chooses the command, in the field {@link #choice}. */
    public boolean chooses() {
        return !commands.containsKey(ALWAYS);
    }
}

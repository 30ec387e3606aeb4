package io.millrace.backbone;

import io.millrace.schemas.Envelope;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Receipt;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A business, declared: everything the backbone has to know to run it. Made with {@link BusinessDeclaration}, which
 * reads as a table of contents.
 */
public record Business(
        String name,
        String desks,
        String deskWord,
        String deskIs,
        List<Input> inputs,
        Class<? extends Envelope> alarms,
        Class<? extends JournalEntry> journal,
        Class<? extends Receipt> receipts,
        Rules<SpecificRecord, SpecificRecord> rules,
        List<Shelf<?>> shelves,
        List<Form> forms,
        List<Listing<?>> listings,
        List<View> views,
        List<Personal> personals,
        List<Shelf<?>> remembered,
        List<Shelf<?>> noted,
        List<Table> tables,
        List<Tally<SpecificRecord>> tallies,
        Function<SpecificRecord, List<Saying>> notices,
        BiFunction<SpecificRecord, Moment, List<Reaction>> reactions,
        boolean reacts,
        Auditor<SpecificRecord> auditor,
        Shelf<?> house,
        Function<Moment, SpecificRecord> defaultHouse,
        @Nullable Opening opening,
        @Nullable Privacy privacy,
        @Nullable Access houseAccess,
        boolean quiet) {

    public static BusinessDeclaration named(final String name) {
        return new BusinessDeclaration(name);
    }

    /** What the addresses of all its desks begin with. */
    public String path() {
        return desks.isEmpty() ? "/" + name : "/" + name + "/" + desks;
    }

    /** Every role that anything can be done with here. */
    public Set<String> roles() {
        final Set<String> roles = new LinkedHashSet<>();
        forms.forEach(form -> form.access().values().forEach(it -> roles.addAll(it.roles())));
        return roles;
    }

    /** Whoever works here, as whatever. */
    public Access staff() {
        return Access.by(roles().toArray(String[]::new));
    }

    public String topic(final String what) {
        return name + "." + what;
    }

    /** What its desks read: commands, and alarms that ring. */
    public List<String> commandTopics() {
        return Stream.concat(inputs.stream().map(Input::topic), Stream.of(topic("alarms")))
                .toList();
    }

    /** The input that takes such a command; alarms are none. */
    public Input inputOf(final Class<?> command) {
        for (final Input input : inputs) {
            if (Envelopes.carries(input.envelope(), command)) {
                return input;
            }
        }
        throw new IllegalArgumentException(name + " has no input topic for " + command.getSimpleName());
    }
}

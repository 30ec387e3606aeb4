package io.millrace.backbone;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * What nobody can mean in a declaration, in words that say what to do. It would show later all the same, as a page that
 * stays empty or a command in quarantine, where it is much harder to understand.
 */
final class Mistakes {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final Business business;
    private final List<String> found = new ArrayList<>();

    private Mistakes(final Business business) {
        this.business = business;
    }

    static List<String> in(final Business business) {
        final Mistakes mistakes = new Mistakes(business);
        mistakes.ofName();
        mistakes.ofShelves();
        business.forms().forEach(mistakes::of);
        business.forms().forEach(mistakes::ofWhomItConcerns);
        mistakes.ofFamilies();
        return List.copyOf(mistakes.found);
    }

    /** It stands in tokens, topics and addresses. */
    private void ofName() {
        if (Token.parse(new Token(business.name(), "any", 1).toString()).isEmpty()) {
            found.add("The name takes up to 20 small letters and digits, a letter first.");
        }
    }

    private void ofShelves() {
        final Set<String> names = new HashSet<>();
        for (final Shelf<?> shelf : business.shelves()) {
            if (!names.add(shelf.name())) {
                found.add("Two shelves are called " + shelf.name() + ": give one another name.");
            }
        }
        business.listings().forEach(it -> kept(it.shelf(), "The listing " + it.path()));
        business.personals().forEach(it -> it.tracks().forEach(track -> kept(track.shelf(), "The page " + it.path())));
        business.remembered().forEach(it -> kept(it, "remembers(...)"));
    }

    private void kept(final Shelf<?> shelf, final String where) {
        if (!shelf.shown()) {
            found.add(where + " shows the shelf " + shelf.name() + ", which is for rules: leave out .forRules().");
        } else if (shelf != Pushes.SHELF && !business.shelves().contains(shelf)) {
            found.add(where + " shows the shelf " + shelf.name() + ", which is not kept: name it in keeps(...).");
        }
    }

    private void of(final Form form) {
        if (form.commands().isEmpty()) {
            found.add("The form " + form.path() + " leads to no command: add .to(\"STATUS\", Command.class).");
        }
        for (final Class<? extends SpecificRecord> command : form.commands().values()) {
            if (business.inputs().stream().noneMatch(it -> Envelopes.carries(it.envelope(), command))) {
                found.add("The form " + form.path() + " sends " + command.getSimpleName()
                        + ", which no input takes: add it to the payload of an input's envelope.");
            }
            final Matcher place = PLACE.matcher(form.path());
            while (place.find()) {
                if (Envelopes.schema(command).getField(place.group(1)) == null) {
                    found.add("The form " + form.path() + " fills in " + place.group() + ", and "
                            + command.getSimpleName() + " has no field of that name.");
                }
            }
        }
    }

    /** Who may send a command for what is their own must be named by it, or by the row that it is about. */
    private void ofWhomItConcerns(final Form form) {
        if (form.byHand() || business.privacy() != null) {
            return;
        }
        form.commands().forEach((chosen, command) -> {
            for (final Access.Grant grant : form.accessTo(chosen).grants()) {
                final String self = grant.self();
                if (self != null && !names(command, self)) {
                    found.add("The form " + form.path() + " is for the " + self + ", whom neither "
                            + command.getSimpleName() + " names nor what a listing of that path shows.");
                }
            }
        });
    }

    private boolean names(final Class<? extends SpecificRecord> command, final String self) {
        return Envelopes.schema(command).getField(self) != null
                || Subject.of(business, command)
                        .filter(it -> Envelopes.schema(it.shelf().type()).getField(self) != null)
                        .isPresent();
    }

    /** What a sealed family lists and no union carries compiles, and can never be written. */
    private void ofFamilies() {
        final List<Schema> commands = new ArrayList<>(Envelopes.payloads(business.alarms()));
        business.inputs().forEach(it -> commands.addAll(Envelopes.payloads(it.envelope())));
        if (!business.forms().isEmpty()) { // without any, it may be a part of a business, for a trial
            complete(
                    commands,
                    "the payload of an envelope, an input's or "
                            + business.alarms().getSimpleName());
        }
        complete(
                Envelopes.payloads(business.journal()),
                "the payload of " + business.journal().getSimpleName());
        commands.stream().flatMap(it -> it.getFields().stream()).forEach(this::checked);
    }

    private void complete(final List<Schema> carried, final String union) {
        final Set<Class<?>> types = new HashSet<>();
        carried.forEach(it -> types.add(type(it)));
        final Set<Class<?>> listed = new HashSet<>();
        for (final Class<?> type : types) {
            for (final Class<?> family : type.getInterfaces()) {
                if (family.isSealed()) {
                    listed.addAll(List.of(family.getPermittedSubclasses()));
                }
            }
        }
        listed.removeAll(types);
        listed.stream()
                .map(Class::getSimpleName)
                .sorted()
                .forEach(it -> found.add("Nothing carries " + it + ": add it to " + union + "."));
    }

    private Class<?> type(final Schema schema) {
        try {
            return Class.forName(schema.getFullName(), false, business.journal().getClassLoader());
        } catch (final ClassNotFoundException e) {
            throw new IllegalStateException(schema.getFullName() + " is in the schema, and not among the classes", e);
        }
    }

    private void checked(final Schema.Field field) {
        final String check = field.getProp(Checks.PROPERTY);
        if (check != null && !Checks.known(check)) {
            found.add("The field " + field.name() + " is a " + check + ", and there is no such check; there are "
                    + Checks.names() + ".");
        }
    }
}

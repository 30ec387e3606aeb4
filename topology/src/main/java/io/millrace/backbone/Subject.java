package io.millrace.backbone;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What a command is about: the row at the address of its form, such as the order of {@code orders/{number}}. */
public record Subject(Shelf<?> shelf, String field) {

    private static final Pattern OF_FORM = Pattern.compile("([^{}]+)/\\{(\\w+)}.*");

    /** Empty for commands that are about nothing that is there already. */
    public static Optional<Subject> of(final Business business, final Class<?> command) {
        for (final Form form : business.forms()) {
            final Matcher path = OF_FORM.matcher(form.path());
            if (form.commands().containsValue(command) && path.matches()) {
                return business.listings().stream()
                        .filter(listing -> listing.path().equals(path.group(1)))
                        .findFirst()
                        .map(listing -> new Subject(listing.shelf(), path.group(2)));
            }
        }
        return Optional.empty();
    }

    /** The row that this command is about, if there is one. */
    public Optional<SpecificRecord> in(final Books books, final SpecificRecord command) {
        return find(books, shelf, id(command));
    }

    private String id(final SpecificRecord command) {
        final Object id = Subject.value(command, field);
        return id instanceof Long number ? Shelf.numberId(number) : String.valueOf(id);
    }

    private static <T extends SpecificRecord> Optional<SpecificRecord> find(
            final Books books, final Shelf<T> shelf, final String id) {
        return books.find(shelf, id).map(row -> row);
    }

    /** Whether that field of the record is there, and names that person. */
    public static boolean names(final SpecificRecord record, final String field, final String person) {
        return person.equals(value(record, field));
    }

    private static @Nullable Object value(final SpecificRecord record, final String field) {
        final Schema.Field found = record.getSchema().getField(field);
        return found == null ? null : record.get(found.pos());
    }
}

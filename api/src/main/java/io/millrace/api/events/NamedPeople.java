package io.millrace.api.events;

import io.millrace.backbone.Business;
import io.millrace.backbone.Personal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Whom an event names: in a field called as one of the business's personal pages calls people, or as an owner. */
final class NamedPeople {

    private static final String OWNER = "owner";

    private static final Map<Class<?>, List<Integer>> FIELDS = new ConcurrentHashMap<>();

    private NamedPeople() {}

    static Set<String> in(final Business business, final SpecificRecord event) {
        final Set<String> people = new HashSet<>();
        for (final int field : FIELDS.computeIfAbsent(event.getClass(), _ -> fields(business, event.getSchema()))) {
            if (event.get(field) instanceof String person) {
                people.add(person);
            }
        }
        return people;
    }

    private static List<Integer> fields(final Business business, final Schema schema) {
        final Set<String> words = new HashSet<>(Set.of(OWNER));
        business.personals().stream().map(Personal::word).forEach(words::add);
        return schema.getFields().stream()
                .filter(field -> words.contains(field.name()))
                .map(Schema.Field::pos)
                .toList();
    }
}

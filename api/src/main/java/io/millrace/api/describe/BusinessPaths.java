package io.millrace.api.describe;

import io.millrace.backbone.Business;
import io.millrace.backbone.Checks;
import io.millrace.backbone.Envelopes;
import io.millrace.backbone.Form;
import io.millrace.backbone.Listing;
import io.millrace.backbone.Personal;
import io.millrace.backbone.Pushes;
import io.millrace.backbone.Tally;
import io.millrace.backbone.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** One business's part of the description, from its declaration. */
final class BusinessPaths {

    private static final Pattern IN_BRACES = Pattern.compile("\\{(\\w+)}");

    private final Business business;
    private final Schemas schemas;
    private final Map<String, Map<String, Object>> paths;
    private final String desk;

    BusinessPaths(final Business business, final Schemas schemas, final Map<String, Map<String, Object>> paths) {
        this.business = business;
        this.schemas = schemas;
        this.paths = paths;
        this.desk = business.path() + "/{" + business.deskWord() + "}";
    }

    void describe() {
        final Map<String, Object> house = answered(business.house().type());
        final boolean rules = business.opening() == null;
        reading(desk, rules ? "The house rules, or the defaults." : "What it is now.", house, List.of());
        reading(desk + "/why", rules ? "Why the house rules are so." : "Why it is so.", why(), List.of());
        business.forms().stream().filter(form -> !form.byHand()).forEach(this::form);
        for (final Listing<?> listing : business.listings()) {
            listing(listing, desk + "/" + listing.path());
            if (listing.besideDesks()) {
                listing(listing, "/" + business.name() + "/" + listing.path() + "/{" + business.deskWord() + "}");
            }
        }
        for (final Tally<?> tally : business.tallies()) {
            reading(desk + "/" + tally.path(), "Sums per window.", list(anything()), List.of("per", "limit", "after"));
        }
        for (final View view : business.views()) {
            reading(desk + "/" + view.path(), "Made of the desk's rows.", view(), List.of("shown", "after"));
        }
        for (final Personal personal : business.personals()) {
            final String path = "/" + business.name() + "/" + personal.path() + "/{" + personal.word() + "}";
            final Operation operation = read(path, "Somebody's own page.")
                    .parameter(Commons.inPath(personal.word(), checked("person")))
                    .common(List.of("shown", "after"));
            add("get", path, problems(operation.answers(200, "The page.", anything())));
        }
    }

    private void form(final Form form) {
        final String above = form.deskIn() == null ? desk : "/" + business.name();
        final String path = form.path().isEmpty() ? above : above + "/" + form.path();
        final String method = switch (form.verb()) {
            case MAKE -> "post";
            case CHANGE -> "patch";
            case SET -> "put";
            case REMOVE -> "delete";
        };
        final Set<String> inPath = names(form.path());
        final Operation operation = new Operation(business.name(), method, path, words(form));
        if (form.deskIn() == null) {
            operation.parameter(deskParameter());
        }
        inPath.forEach(name -> operation.parameter(Commons.inPath(name, Tree.of("type", "string"))));
        operation.common(Commons.WRITE_PARAMETERS).proof(Proofs.writing(business.privacy(), form));
        if (form.verb() != Form.Verb.REMOVE) {
            operation
                    .body(new FormBody(business, schemas).of(form, inPath))
                    .or(413, "TooLarge")
                    .or(415, "NotJson");
        }
        switch (form.verb()) {
            case MAKE -> operation.answers(201, "Made: the whole of it.", anything());
            case CHANGE, SET -> operation.answers(200, "The whole of it, as it is now.", anything());
            case REMOVE -> operation.answers(204, "Gone.", Map.of());
        }
        operation.or(202, "Later").or(409, "Conflict").or(422, "Refused");
        add(method, path, problems(operation));
    }

    private void listing(final Listing<?> listing, final String path) {
        // pushes are shown in each business's own words
        final Map<String, Object> row = listing.path().equals(listing.shelf().name()) && listing.shelf() != Pushes.SHELF
                ? answered(listing.shelf().type())
                : anything();
        final boolean remembered = business.remembered().contains(listing.shelf());
        final Operation all =
                read(path, "The " + listing.path() + ", page by page.").parameter(deskParameter());
        all.common(remembered ? List.of("limit", "after", "at") : List.of("limit", "after"));
        listing.filters().forEach((name, filter) -> {
            final Map<String, Object> schema = Tree.of("type", "string");
            if (!filter.values().isEmpty()) {
                schema.put("enum", filter.values());
            }
            if (filter.is() != null) {
                Schemas.constrain(schema, Checks.named(filter.is()));
            }
            all.parameter(Commons.query(name, "Only those.", schema));
        });
        add("get", path, problems(all.answers(200, "Some of them.", list(row))));
        final String id = idOn(listing);
        final String thing = path + "/{" + id + "}";
        final Operation one = read(thing, "One of the " + listing.path() + ".").parameter(deskParameter());
        one.parameter(Commons.inPath(id, Tree.of("type", "string")));
        one.common(remembered ? List.of("at") : List.of());
        add("get", thing, problems(one.answers(200, "As it is.", row)));
        final Operation why = read(thing + "/why", "Why it is as it is.").parameter(deskParameter());
        why.parameter(Commons.inPath(id, Tree.of("type", "string")));
        add("get", thing + "/why", problems(why.answers(200, "The event, and the command behind it.", why())));
    }

    /** As the forms call it that change one: two names for one place would be two descriptions of one address. */
    private String idOn(final Listing<?> listing) {
        return business.forms().stream()
                .map(Form::path)
                .filter(path -> path.startsWith(listing.path() + "/{"))
                .flatMap(path -> IN_BRACES.matcher(path).results())
                .map(found -> found.group(1))
                .findFirst()
                .orElse(listing.shelf().numbered() ? "number" : "id");
    }

    private void reading(
            final String path, final String words, final Map<String, Object> schema, final List<String> more) {
        final Operation operation = read(path, words).parameter(deskParameter()).common(more);
        add("get", path, problems(operation.answers(200, "As it is.", schema)));
    }

    private Operation read(final String path, final String words) {
        return new Operation(business.name(), "get", path, words)
                .common(Commons.READ_PARAMETERS)
                .proof(Proofs.reading(business.privacy()));
    }

    private Operation problems(final Operation operation) {
        // who has to prove who they are may be told to wait
        return (business.privacy() == null ? operation : operation.or(429, "TooMany"))
                .or(400, "Malformed")
                .or(401, "Unauthenticated")
                .or(403, "Forbidden")
                .or(404, "NotFound")
                .or(503, "Busy");
    }

    private void add(final String method, final String path, final Operation operation) {
        paths.computeIfAbsent(path, _ -> new LinkedHashMap<>()).put(method, operation.done());
    }

    private Map<String, Object> answered(final Class<? extends SpecificRecord> type) {
        return schemas.answered(business.name(), business.deskWord(), Envelopes.schema(type));
    }

    private Map<String, Object> deskParameter() {
        return Commons.inPath(business.deskWord(), checked(business.deskIs()));
    }

    private static Map<String, Object> checked(final String check) {
        final Map<String, Object> schema = Tree.of("type", "string");
        Schemas.constrain(schema, Checks.named(check));
        return schema;
    }

    private static Map<String, Object> list(final Map<String, Object> row) {
        return Tree.of(
                "type",
                "object",
                "required",
                List.of("items", "next"),
                "properties",
                Tree.of(
                        "items", Tree.of("type", "array", "items", row),
                        "next", Tree.of("type", List.of("string", "null"))));
    }

    private static Map<String, Object> view() {
        final Map<String, Object> next = Tree.of("type", List.of("string", "null"));
        return Tree.of("type", "object", "required", List.of("next"), "properties", Tree.of("next", next));
    }

    private static Map<String, Object> why() {
        return Tree.ref("schemas", "Why");
    }

    private static Map<String, Object> anything() {
        return Tree.of("type", "object");
    }

    private static Set<String> names(final String path) {
        return IN_BRACES.matcher(path).results().map(it -> it.group(1)).collect(Collectors.toSet());
    }

    private static String words(final Form form) {
        return form.commands().values().stream()
                .map(command -> command.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " "))
                .collect(Collectors.joining(" / "));
    }
}

package io.millrace.api.http;

import io.javalin.http.Context;
import io.millrace.api.json.CommandBinder;
import io.millrace.api.json.MalformedException;
import io.millrace.api.json.Problems;
import io.millrace.api.json.Sent;
import io.millrace.backbone.Business;
import io.millrace.backbone.Checks;
import io.millrace.backbone.Form;
import io.millrace.backbone.Input;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Understands what is sent through a form: which desk it is for, and which command it is. */
final class Intake {

    private static final String DESK = "millrace-desk";
    private static final Pattern IN_BRACES = Pattern.compile("\\{(\\w+)}");

    record Understood(String desk, Input input, SpecificRecord command) {}

    private record Way(CommandBinder binder, Input input) {}

    private final Business business;
    private final Form form;
    private final Checks.Check desk;
    private final Set<String> inPath;
    private final Map<String, Way> ways = new LinkedHashMap<>();

    Intake(final Business business, final Form form) {
        this.business = business;
        this.form = form;
        this.desk = Checks.named(business.deskIs());
        this.inPath = IN_BRACES
                .matcher(form.path())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toUnmodifiableSet());
        form.commands()
                .forEach((chosen, command) ->
                        ways.put(chosen, new Way(new CommandBinder(command, inPath), business.inputOf(command))));
    }

    /** Which desk a body named, as soon as that is known, whatever else is wrong with it. */
    static @Nullable String desk(final Context ctx) {
        return ctx.attribute(DESK);
    }

    /** Every field that is wrong is named at once, the desk's among them. */
    Understood of(final Context ctx, final Problems problems) {
        final Map<String, @Nullable Object> sent =
                form.verb() == Form.Verb.REMOVE ? Map.of() : Sent.object(Requests.body(ctx), problems);
        final String where = form.deskIn() == null
                ? Requests.desk(ctx, business, problems)
                : desk(ctx, form.deskIn(), sent, problems);
        final @Nullable Object chosen = form.chooses() ? sent.remove(form.choice()) : "";
        final Way way = chosen instanceof String name ? ways.get(name) : null;
        if (way == null) {
            throw lost(chosen, sent, problems);
        }
        final SpecificRecord command = way.binder().bind(sent, path(ctx), problems);
        if (command == null) {
            throw new RefusedException(HttpProblem.notFound());
        }
        return new Understood(where, way.input(), command);
    }

    private String desk(
            final Context ctx, final String field, final Map<String, @Nullable Object> sent, final Problems problems) {
        final boolean given = sent.containsKey(field);
        if (sent.remove(field) instanceof String id && desk.holds().test(id)) {
            ctx.attribute(DESK, id);
            return id;
        }
        problems.add(field, given ? "must be " + desk.words() : "is missing");
        return "";
    }

    /** Nobody can know which command was meant, and yet some fields are wrong in all of them. */
    private MalformedException lost(
            final @Nullable Object chosen, final Map<String, @Nullable Object> sent, final Problems problems) {
        final String allowed = String.join(", ", ways.keySet());
        problems.add(
                form.choice(), chosen == null ? "is missing; it is one of " + allowed : "must be one of " + allowed);
        problems.addCommon(
                ways.values().stream().map(way -> way.binder().problems(sent)).toList());
        return problems.refusal();
    }

    private Map<String, String> path(final Context ctx) {
        if (inPath.isEmpty()) {
            return Map.of();
        }
        final Map<String, String> path = new HashMap<>();
        inPath.forEach(name -> path.put(name, ctx.pathParam(name)));
        return path;
    }
}

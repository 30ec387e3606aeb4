package io.millrace.api.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.millrace.api.command.Commands;
import io.millrace.api.command.Wish;
import io.millrace.api.json.CommandBinder;
import io.millrace.api.json.MalformedException;
import io.millrace.api.json.Problems;
import io.millrace.api.json.Sent;
import io.millrace.backbone.Business;
import io.millrace.backbone.Form;
import io.millrace.backbone.Input;
import io.millrace.schemas.Receipt;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** One form: takes what was sent, makes it a command, hands it to the desk and tells what came of it. */
final class Writes implements Handler {

    private static final Pattern IN_BRACES = Pattern.compile("\\{(\\w+)}");
    private static final String STATUS = "status";

    private record Way(CommandBinder binder, Input input) {}

    private final Business business;
    private final Form form;
    private final Commands commands;
    private final Outcomes outcomes;
    private final Door door;
    private final CommandMeters meters;
    private final Set<String> inPath;
    private final Map<String, Way> ways = new LinkedHashMap<>();

    Writes(
            final Business business,
            final Form form,
            final Commands commands,
            final Outcomes outcomes,
            final Door door,
            final CommandMeters meters) {
        this.business = business;
        this.form = form;
        this.commands = commands;
        this.outcomes = outcomes;
        this.door = door;
        this.meters = meters;
        this.inPath = IN_BRACES
                .matcher(form.path())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toUnmodifiableSet());
        form.commands()
                .forEach((status, command) ->
                        ways.put(status, new Way(new CommandBinder(command, inPath), business.inputOf(command))));
    }

    @Override
    public void handle(final Context ctx) {
        final String key = Requests.key(ctx);
        final String desk = Requests.desk(ctx, business);
        final String actor = door.writer(ctx, business, desk);
        final Problems problems = new Problems();
        final Map<String, @Nullable Object> sent =
                form.verb() == Form.Verb.REMOVE ? Map.of() : Sent.object(Requests.body(ctx), problems);
        final Way way = way(sent, problems);
        final SpecificRecord command = way.binder().bind(sent, path(ctx), problems);
        if (command == null) {
            throw new RefusedException(HttpProblem.notFound());
        }
        final Wish wish = new Wish(business, way.input(), desk, key, actor, command);
        final Optional<Receipt> receipt = meters.counting(wish, () -> commands.hand(wish, Requests.patience(ctx)));
        receipt.ifPresentOrElse(
                it -> tell(ctx, outcomes.of(it, form.verb(), form.path())), () -> later(ctx, desk, key));
    }

    private Way way(final Map<String, @Nullable Object> sent, final Problems problems) {
        final @Nullable Object chosen = form.choosesByStatus() ? sent.remove(STATUS) : "";
        final Way way = chosen instanceof String status ? ways.get(status) : null;
        if (way == null) {
            final String allowed = String.join(", ", ways.keySet());
            problems.add(STATUS, chosen == null ? "is missing; it is one of " + allowed : "must be one of " + allowed);
            problems.orThrow();
            throw new MalformedException(STATUS, "must be one of " + allowed);
        }
        return way;
    }

    private Map<String, String> path(final Context ctx) {
        if (inPath.isEmpty()) {
            return Map.of();
        }
        final Map<String, String> path = new HashMap<>();
        inPath.forEach(name -> path.put(name, ctx.pathParam(name)));
        return path;
    }

    private static void tell(final Context ctx, final Outcome outcome) {
        ctx.header(Requests.TOKEN, outcome.token().toString());
        if (outcome.location() != null) {
            ctx.header("Location", outcome.location());
        }
        if (outcome.status() == 204) {
            ctx.status(204);
        } else {
            Replies.send(ctx, outcome.status(), outcome.type(), outcome.body());
        }
    }

    private void later(final Context ctx, final String desk, final String key) {
        ctx.status(202)
                .header(
                        "Location",
                        "/receipts/" + business.name() + "/" + desk + "/"
                                + URLEncoder.encode(key, StandardCharsets.UTF_8));
    }
}

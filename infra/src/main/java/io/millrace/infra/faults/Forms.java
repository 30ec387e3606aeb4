package io.millrace.infra.faults;

import io.millrace.api.json.CommandBinder;
import io.millrace.api.json.Problems;
import io.millrace.api.json.Sent;
import io.millrace.backbone.Business;
import io.millrace.backbone.Form;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Finds the form that takes a request, and makes the command of it that the façade would. */
final class Forms {

    /** {@code path} is what the request's path says of the form's names in braces. */
    record Taken(Form form, Map<String, String> path) {

        SpecificRecord command(final String body) {
            final Problems problems = new Problems();
            final Map<String, @Nullable Object> sent = Sent.object(body.getBytes(StandardCharsets.UTF_8), problems);
            final Object chosen = form.chooses() ? String.valueOf(sent.remove(form.choice())) : "";
            final Class<? extends SpecificRecord> type =
                    Objects.requireNonNull(form.commands().get(chosen), () -> form.path() + " takes no " + chosen);
            final SpecificRecord command = new CommandBinder(type, path.keySet()).bind(sent, path, problems);
            return Objects.requireNonNull(command, () -> form.path() + " can't be " + path);
        }
    }

    private static final Pattern IN_BRACES = Pattern.compile("\\{(\\w+)}");

    private Forms() {}

    static Optional<Taken> of(final Business business, final String method, final String path) {
        return business.forms().stream()
                .filter(form -> form.verb() == verb(method))
                .flatMap(form -> taken(form, path).stream())
                .findFirst();
    }

    private static Optional<Taken> taken(final Form form, final String path) {
        final Matcher named = IN_BRACES.matcher(form.path());
        final Matcher found = Pattern.compile(named.replaceAll("(?<$1>[^/]+)")).matcher(path);
        if (!found.matches()) {
            return Optional.empty();
        }
        final Map<String, String> values = new HashMap<>();
        found.namedGroups().keySet().forEach(name -> values.put(name, found.group(name)));
        return Optional.of(new Taken(form, values));
    }

    private static Form.Verb verb(final String method) {
        return switch (method) {
            case "POST" -> Form.Verb.MAKE;
            case "PATCH" -> Form.Verb.CHANGE;
            case "PUT" -> Form.Verb.SET;
            default -> Form.Verb.REMOVE;
        };
    }
}

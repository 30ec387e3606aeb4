package io.millrace.api.json;

import io.millrace.Businesses;
import io.millrace.backbone.Business;
import io.millrace.backbone.Form;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** One of the ways in which what is sent becomes a command, and what stands in its path. */
record Way(CommandBinder binder, Set<String> inPath) {

    private static final Pattern IN_BRACES = Pattern.compile("\\{(\\w+)}");

    static List<Way> all() {
        return Businesses.ALL.stream().flatMap(Way::of).toList();
    }

    @Nullable
    SpecificRecord bind(final Map<String, @Nullable Object> sent, final String id) {
        return binder.bind(sent, inPath.stream().collect(Collectors.toMap(it -> it, _ -> id)), new Problems());
    }

    private static Stream<Way> of(final Business business) {
        return business.forms().stream()
                .filter(form -> !form.byHand())
                .flatMap(form -> form.commands().values().stream().map(it -> of(form, it)));
    }

    private static Way of(final Form form, final Class<? extends SpecificRecord> command) {
        final Set<String> inPath = IN_BRACES
                .matcher(form.path())
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
        return new Way(new CommandBinder(command, inPath), inPath);
    }
}

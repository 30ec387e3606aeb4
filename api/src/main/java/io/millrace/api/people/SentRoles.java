package io.millrace.api.people;

import io.millrace.api.json.Problems;
import io.millrace.api.json.Sent;
import io.millrace.people.Roles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Roles as somebody sends them: {@code {"cafe/gangnam": ["owner"]}}. */
final class SentRoles {

    private SentRoles() {}

    static Map<String, List<String>> of(final byte[] body, final Problems problems) {
        final Map<String, List<String>> roles = new LinkedHashMap<>();
        Sent.object(body, problems).forEach((where, names) -> roles.put(where, texts(where, names, problems)));
        Roles.problems(roles).forEach(it -> problems.add(it.field(), it.detail()));
        problems.orThrow();
        return roles;
    }

    private static List<String> texts(final String where, final @Nullable Object names, final Problems problems) {
        final List<String> texts = new ArrayList<>();
        if (names instanceof List<?> list) {
            for (final Object name : list) {
                if (name instanceof String text) {
                    texts.add(text);
                } else {
                    problems.add(where, "must be a list of roles");
                }
            }
        } else {
            problems.add(where, "must be a list of roles");
        }
        return texts;
    }
}

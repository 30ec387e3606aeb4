package io.millrace.api.http;

import io.javalin.security.RouteRole;
import io.millrace.backbone.Access;
import io.millrace.backbone.Business;
import io.millrace.backbone.Form;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who may use a route where not everybody may do everything. Every route has one, and documents and tests are made of
 * them. {@code who} says it by what is chosen in the body; {@code words} say it where no business does.
 */
public record Right(String words, boolean signIn, Map<String, Access> who) implements RouteRole {

    public static final Right ANYBODY = new Right("anybody", false, Map.of());

    /** The handler finds out itself who it is for. */
    public static final Right SIGNED_IN = new Right("whoever is signed in", false, Map.of());

    public static final Right ADMIN = new Right("admin", true, Map.of());

    static final Right SENDER = new Right("who sent the command", false, Map.of());
    static final Right LISTENER = new Right(
            "whoever works at the desk; the person; of a desk's events those that name them", false, Map.of());
    static final Right COUNTS = new Right("anybody; what was found: admin", false, Map.of());
    static final Right INSTANCES = new Right("other instances", false, Map.of());

    static Right of(final Business business, final Form form) {
        if (business.privacy() != null) {
            return new Right("the owner, with id and password", true, Map.of());
        }
        final Map<String, Access> who = new LinkedHashMap<>();
        if (form.ruled()) {
            form.commands().keySet().forEach(chosen -> who.put(chosen, form.accessTo(chosen)));
        }
        return of(who);
    }

    static Right of(final Business business, final @Nullable Access access) {
        if (business.privacy() != null) {
            return new Right("the owner", true, Map.of());
        }
        return access == null ? of(Map.of()) : of(Map.of("", access));
    }

    /** What only who works there should know of what everybody sees. */
    static Access behind(final Business business, final @Nullable Access access) {
        return access != null && access.anybody() ? business.staff() : access == null ? Access.by() : access;
    }

    /** Nothing is said: nobody gets in, and nothing starts. */
    public boolean missing() {
        return words.isEmpty();
    }

    private static Right of(final Map<String, Access> who) {
        final Map<Access, String> chosen = new LinkedHashMap<>();
        who.forEach((choice, access) -> chosen.merge(access, choice, (one, other) -> one + ", " + other));
        final String words = chosen.entrySet().stream()
                .map(it -> chosen.size() == 1
                        ? it.getKey().words()
                        : it.getValue() + ": " + it.getKey().words())
                .collect(Collectors.joining("; "));
        return new Right(words, who.values().stream().noneMatch(Access::anybody), Map.copyOf(who));
    }
}

package io.millrace.backbone;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who may use something where not everybody may do everything. Any one of its grants is enough, and where there is none,
 * nobody gets in.
 */
public record Access(List<Grant> grants) {

    /** For everybody, whether they say who they are or not. */
    public static final Access ANYBODY = new Access(List.of(new Grant(null, null)));

    /**
     * Whoever has the role at the desk, if one is asked for, and is the person that this field names, if one is: a field
     * of what is sent or, where that doesn't have it, of what it is about.
     */
    public record Grant(@Nullable String role, @Nullable String self) {

        String words() {
            if (role == null) {
                return self == null ? "anybody" : "the " + self;
            }
            return self == null ? role : role + " who is the " + self;
        }
    }

    /** Whoever has one of these roles at the desk. */
    public static Access by(final String... roles) {
        Access access = new Access(List.of());
        for (final String role : roles) {
            access = access.or(new Grant(role, null));
        }
        return access;
    }

    /** Nobody but the person that the field names. */
    public static Access byThe(final String field) {
        return by().orThe(field);
    }

    /** Or the person that the field names, for what is their own. */
    public Access orThe(final String field) {
        return or(new Grant(null, field));
    }

    /** Or whoever has that role, and acts as nobody else: the field names them. */
    public Access orAsThemselves(final String role, final String field) {
        return or(new Grant(role, field));
    }

    public boolean anybody() {
        return grants.contains(ANYBODY.grants.getFirst());
    }

    /** The roles that anything can be done with here. */
    public Set<String> roles() {
        return grants.stream()
                .map(Grant::role)
                .filter(role -> role != null)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** {@code owner, cashier, the customer}. */
    public String words() {
        return grants.isEmpty() ? "nobody" : grants.stream().map(Grant::words).collect(Collectors.joining(", "));
    }

    private Access or(final Grant grant) {
        final List<Grant> more = new ArrayList<>(grants);
        more.add(grant);
        return new Access(List.copyOf(more));
    }
}

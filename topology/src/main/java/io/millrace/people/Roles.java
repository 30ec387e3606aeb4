package io.millrace.people;

import io.millrace.backbone.Checks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which roles there are at which business, and who may do what with them. */
public final class Roles {

    public static final String ADMIN = "admin";

    /** Instead of {@code business/desk}: everywhere. */
    public static final String EVERYWHERE = "*";

    private static final Map<String, Set<String>> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put("cafe", Set.of("owner", "barista", "cashier", "rider"));
        KNOWN.put("coffeeshop", Set.of("owner", "barista"));
        KNOWN.put("rental", Set.of("manager"));
        KNOWN.put("riders", Set.of("dispatcher", "rider"));
    }

    private Roles() {}

    /** The roles that can be had at the desks of that business. */
    public static Set<String> at(final String business) {
        return KNOWN.getOrDefault(business, Set.of());
    }

    /** Whether roles say this one, at this desk, at all desks of the business, or everywhere. */
    public static boolean allow(
            final Map<String, List<String>> roles, final String business, final String desk, final String role) {
        return says(roles, business + "/" + desk, role)
                || says(roles, business + "/" + EVERYWHERE, role)
                || says(roles, EVERYWHERE, role);
    }

    public static boolean admin(final Map<String, List<String>> roles) {
        return says(roles, EVERYWHERE, ADMIN);
    }

    private static boolean says(final Map<String, List<String>> roles, final String where, final String role) {
        return roles.getOrDefault(where, List.of()).contains(role);
    }

    /** What is wrong with roles, in words; nothing: an empty list. */
    public static List<Checks.Problem> problems(final Map<String, List<String>> roles) {
        final List<Checks.Problem> problems = new ArrayList<>();
        roles.forEach((where, names) -> {
            if (where.equals(EVERYWHERE)) {
                unknown(where, names, Set.of(ADMIN), problems);
                return;
            }
            final String[] place = where.split("/", 2);
            final Set<String> known = KNOWN.get(place[0]);
            if (known == null || place.length < 2 || !isDesk(place[1])) {
                problems.add(new Checks.Problem(where, "must be business/desk, business/* or *"));
            } else {
                unknown(where, names, known, problems);
            }
        });
        return problems;
    }

    private static boolean isDesk(final String desk) {
        return desk.equals(EVERYWHERE) || Checks.named("id").holds().test(desk);
    }

    private static void unknown(
            final String where,
            final List<String> names,
            final Set<String> known,
            final List<Checks.Problem> problems) {
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            final String there = String.join(", ", known.stream().sorted().toList());
            problems.add(new Checks.Problem(where, "has no role " + name + "; there is: " + there));
        });
    }
}

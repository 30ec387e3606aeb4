package io.millrace.api.http;

import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing the façade answers to, and who it is for; {@code right} is null where nobody has said that. */
public record Route(String method, String path, @Nullable Right right) {

    private static final Set<HandlerType> BESIDE =
            Set.of(HandlerType.BEFORE, HandlerType.BEFORE_MATCHED, HandlerType.AFTER, HandlerType.AFTER_MATCHED);

    /** Every route there is, by path. */
    public static List<Route> of(final Javalin javalin) {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(it -> it.endpoint)
                .filter(it -> !BESIDE.contains(it.method))
                .map(it -> new Route(it.method.name(), it.path, right(it)))
                .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                .toList();
    }

    /** Of those routes, the ones that nobody has said who they are for. */
    public static List<Route> unruled(final List<Route> routes) {
        return routes.stream()
                .filter(it -> it.right() == null || it.right().missing())
                .toList();
    }

    private static @Nullable Right right(final Endpoint endpoint) {
        final Roles roles = endpoint.metadata(Roles.class);
        return roles == null
                ? null
                : roles.getRoles().stream()
                        .filter(Right.class::isInstance)
                        .map(Right.class::cast)
                        .findFirst()
                        .orElse(null);
    }
}

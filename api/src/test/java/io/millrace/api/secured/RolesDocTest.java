package io.millrace.api.secured;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.millrace.Businesses;
import io.millrace.api.http.Right;
import io.millrace.api.http.Route;
import io.millrace.api.kit.Locked;
import io.millrace.api.kit.WholeProcess;
import io.millrace.people.Roles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The document of who may do what is made of the routes; {@code -Dmillrace.golden=write} makes it anew. */
@ExtendWith(Locked.class)
class RolesDocTest {

    private static final Path DOC = Path.of("..", "docs", "roles.md");

    private final WholeProcess process;

    RolesDocTest(final WholeProcess process) {
        this.process = process;
    }

    @Test
    void shouldSayOfEveryRouteWhoItIsFor() throws IOException {
        final String text = text(process.routes());
        if ("write".equals(System.getProperty("millrace.golden"))) {
            Files.writeString(DOC, text);
        }
        assertThat(DOC).hasContent(text);
    }

    @Test
    void shouldNoticeARouteThatNobodySaidWhoItIsFor() {
        final Javalin backDoor = Javalin.create(config -> {
            config.routes.get("/back-door", _ -> {});
            config.routes.get("/front-door", _ -> {}, Right.ANYBODY);
        });
        assertThat(Route.unruled(Route.of(backDoor))).extracting(Route::path).containsExactly("/back-door");
        assertThat(Route.unruled(process.routes())).isEmpty();
    }

    @Test
    void shouldKnowTheRolesThatRoutesAskFor() {
        Businesses.ALL.stream()
                .filter(it -> !it.name().equals("people"))
                .forEach(business ->
                        assertThat(business.roles()).as(business.name()).isEqualTo(Roles.at(business.name())));
    }

    private static String text(final List<Route> routes) {
        final StringBuilder text = new StringBuilder("""
                # Who may do what

                With `--secured`. This table is made of the routes (`-Dmillrace.golden=write -Dtest=RolesDocTest`), and
                `EveryRouteTest` tries each of them as everybody. A role is had at a desk (`cafe/gangnam`), or at all desks
                of a business (`cafe/*`); admins give them (`PUT /people/{id}/roles`), and have no others by that. "The
                customer" is whoever signs in as the one that is named: in what is sent, or in what it is about. A list
                that is not all theirs shows them their own by its filter (`?customer=`, and `?person=` of pushes).

                | route | who |
                |---|---|
                """);
        routes.forEach(route -> text.append("| `")
                .append(route.method())
                .append(' ')
                .append(route.path())
                .append("` | ")
                .append(route.right() == null ? "" : route.right().words())
                .append(" |\n"));
        return text.toString();
    }
}

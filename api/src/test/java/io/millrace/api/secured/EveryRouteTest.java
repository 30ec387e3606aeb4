package io.millrace.api.secured;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.Businesses;
import io.millrace.api.http.Right;
import io.millrace.api.http.Route;
import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Locked;
import io.millrace.api.kit.Person;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.WholeProcess;
import io.millrace.backbone.Access;
import io.millrace.backbone.Business;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every route there is, tried as everybody there can be: who may gets in, nobody gets 401, and everybody else 403. */
@ExtendWith(Locked.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryRouteTest {

    private static final Set<Integer> KEPT_OUT = Set.of(401, 403);

    /** Somebody: with no authorization nobody; with these roles at the desk; perhaps the one whom bodies name. */
    private record Somebody(String words, @Nullable String authorization, Set<String> roles, boolean self) {}

    private final WholeProcess process;
    private final Caller caller;
    private final Places places;
    private final Map<Business, List<Somebody>> people = new LinkedHashMap<>();
    private Somebody admin = nobody();

    EveryRouteTest(final WholeProcess process) {
        this.process = process;
        this.caller = process.caller();
        this.places = new Places(caller);
    }

    @BeforeAll
    void register() {
        final Person self = Person.of(caller, Samples.SELF);
        places.fill(self);
        final Person stranger = Person.of(caller, "stranger");
        admin = new Somebody("an admin", Person.admin(), Set.of("admin"), false);
        for (final Business business : Businesses.ALL) {
            final List<Somebody> all = new ArrayList<>(List.of(
                    nobody(),
                    new Somebody("a stranger", stranger.authorization(), Set.of(), false),
                    new Somebody("the one it is about", self.authorization(), Set.of(), true),
                    admin));
            for (final String role : business.roles()) {
                if (!role.equals("admin")) {
                    all.add(member(business, role, Samples.DESK, Set.of(role)));
                    all.add(member(business, role, "elsewhere", Set.of()));
                }
            }
            people.put(business, all);
        }
    }

    @TestFactory
    Stream<DynamicTest> shouldLetInWhomTheRouteIsForAndNobodyElse() {
        return process.routes().stream()
                .map(route -> DynamicTest.dynamicTest(
                        "should keep " + route.method() + " " + route.path() + " for whom it is for", () -> {
                            assertThat(Route.unruled(List.of(route))).isEmpty();
                            tryAs(route);
                        }));
    }

    private void tryAs(final Route route) {
        final Right right = Objects.requireNonNull(route.right());
        final Business business = places.business(route.path());
        final List<Somebody> all =
                people.getOrDefault(business == null ? Businesses.ALL.getFirst() : business, List.of());
        for (final Somebody somebody : all) {
            if (right.equals(Right.SIGNED_IN) && somebody.authorization() != null) {
                continue; // these are about sessions, which have tests of their own
            }
            if (right.who().isEmpty()) {
                judge(route, somebody, "", special(right, somebody));
            } else {
                right.who().forEach((chosen, access) -> judge(route, somebody, chosen, may(route, access, somebody)));
            }
        }
    }

    private void judge(final Route route, final Somebody somebody, final String chosen, final boolean may) {
        final String[] headers = somebody.authorization() == null
                ? new String[0]
                : new String[] {"Authorization", somebody.authorization()};
        final String path = places.address(route.path());
        final Reply reply = route.method().equals("GET")
                ? caller.get(path, headers)
                : caller.sendJson(route.method(), path, places.body(route, chosen), headers);
        final String tried =
                route.method() + " " + path + " " + chosen + " as " + somebody.words() + ": " + reply.text();
        if (may) {
            assertThat(reply.status()).as(tried).isNotIn(KEPT_OUT).isLessThan(500);
        } else {
            assertThat(reply.status()).as(tried).isEqualTo(somebody.authorization() == null ? 401 : 403);
            assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        }
    }

    private static boolean may(final Route route, final Access access, final Somebody somebody) {
        final boolean narrowed = !route.method().equals("GET") || !Places.isList(route.path());
        if (route.path().contains("/pushes/{id}") && somebody.authorization() != null) {
            return true; // nothing was sent yet, so that it is nobody's, and 404
        }
        return access.grants().stream()
                .anyMatch(it -> (it.role() == null || somebody.roles().contains(it.role()))
                        && (it.self() == null || somebody.self() && narrowed));
    }

    /** What no business says. */
    private static boolean special(final Right right, final Somebody somebody) {
        if (right.equals(Right.ADMIN)) {
            return somebody.roles().contains("admin");
        }
        if (right.equals(Right.SIGNED_IN)) {
            return false;
        }
        if (right.words().startsWith("the owner")) {
            return somebody.self();
        }
        return true;
    }

    private Somebody member(final Business business, final String role, final String desk, final Set<String> roles) {
        final Person person = Person.of(caller, business.name() + "." + role + "." + desk)
                .having("'" + business.name() + "/" + desk + "':['" + role + "']");
        return new Somebody(role + " at " + desk, person.authorization(), roles, false);
    }

    private static Somebody nobody() {
        return new Somebody("nobody", null, Set.of(), false);
    }
}

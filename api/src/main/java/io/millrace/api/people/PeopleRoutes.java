package io.millrace.api.people;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import io.millrace.api.http.Answers;
import io.millrace.api.http.HttpProblem;
import io.millrace.api.http.RefusedException;
import io.millrace.api.http.Replies;
import io.millrace.api.http.Requests;
import io.millrace.api.http.Right;
import io.millrace.api.http.Visitor;
import io.millrace.api.json.Json;
import io.millrace.api.json.Problems;
import io.millrace.api.page.Patience;
import io.millrace.backbone.Token;
import io.millrace.people.People;
import io.millrace.people.Roles;
import io.millrace.schemas.Receipt;
import io.millrace.schemas.people.EndSession;
import io.millrace.schemas.people.Person;
import io.millrace.schemas.people.RegisterPerson;
import io.millrace.schemas.people.SetRoles;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What only people have: registering, signing in and out, and being given roles. */
final class PeopleRoutes {

    private static final String CURRENT = "/people/sessions/current";

    private final Registrar registrar;
    private final SignIn signIn;
    private final Sessions sessions;
    private final WhoAsks who;
    private final Deed deed;
    private final Population population;
    private final InstantSource clock;

    PeopleRoutes(
            final Registrar registrar,
            final SignIn signIn,
            final Sessions sessions,
            final WhoAsks who,
            final Deed deed,
            final Population population,
            final InstantSource clock) {
        this.registrar = registrar;
        this.signIn = signIn;
        this.sessions = sessions;
        this.who = who;
        this.deed = deed;
        this.population = population;
        this.clock = clock;
    }

    void add(final RoutesConfig routes) {
        routes.post("/people", this::register, Right.ANYBODY);
        routes.post("/people/sessions", this::begin, Right.ANYBODY);
        routes.get(CURRENT, this::current, Right.SIGNED_IN);
        routes.delete(CURRENT, this::end, Right.SIGNED_IN);
        routes.put("/people/{desk}/roles", this::roles, Right.ADMIN);
        routes.exception(TooManyAttemptsException.class, PeopleRoutes::tooMany);
    }

    private void register(final Context ctx) {
        final Problems problems = new Problems();
        final String key = Requests.key(ctx, problems);
        final Applicant sent = Applicant.of(Requests.body(ctx), problems, id -> place(ctx, id));
        final RegisterPerson command = registrar.command(sent, key, ctx.req().getRemoteAddr());
        final Optional<Receipt> receipt = hand(ctx, sent, key, command);
        deed.tell(
                ctx,
                sent.id(),
                key,
                receipt.filter(Deed::keyReused)
                        .flatMap(_ -> registrar.asTheOther(sent, key, command))
                        .map(other -> hand(ctx, sent, key, other))
                        .orElse(receipt));
    }

    private Optional<Receipt> hand(
            final Context ctx, final Applicant sent, final String key, final RegisterPerson command) {
        return deed.hand(sent.id(), key, null, command, Requests.patience(ctx));
    }

    private void begin(final Context ctx) {
        final Problems problems = new Problems();
        final String key = Requests.key(ctx, problems);
        final Applicant sent = Applicant.known(Requests.body(ctx), problems, id -> place(ctx, id));
        final long deadline = Patience.deadline(Requests.patience(ctx));
        final Optional<Person> person =
                signIn.confirm(sent.id(), sent.password(), ctx.req().getRemoteAddr(), deadline);
        if (person.isEmpty()) {
            throw WhoAsks.refused("This id and this password don't go together.");
        }
        final Session session =
                sessions.begin(sent.id(), key, begun -> population.of(begun).isPresent());
        final String token = sessions.token(session);
        cookie(ctx, token, Duration.between(clock.instant(), session.expiresAt()));
        token(ctx, sent.id(), population.applied(sent.id()));
        ctx.header("Location", CURRENT);
        final Map<String, Object> body = new LinkedHashMap<>();
        body.put("token", token);
        body.put("expiresAt", session.expiresAt());
        Replies.send(ctx, 201, "application/json", Json.of(body));
    }

    private void current(final Context ctx) {
        Requests.query(ctx, Set.of());
        final WhoAsks.Holder holder = who.holder(ctx).orElseThrow(() -> WhoAsks.refused("Nobody is signed in."));
        final Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", holder.visitor().id());
        body.put("name", holder.name());
        body.put("roles", holder.visitor().roles());
        body.put("expiresAt", holder.session().expiresAt());
        Replies.send(ctx, 200, "application/json", Json.of(body));
    }

    /** One that was ended before is ended again: who lost the answer may ask twice. */
    private void end(final Context ctx) {
        final Optional<Session> given = who.session(ctx);
        given.ifPresent(it -> place(ctx, it.person()));
        final String key = Requests.key(ctx);
        final Session session = given.orElseThrow(() -> WhoAsks.refused("Nobody is signed in."));
        cookie(ctx, "", Duration.ZERO);
        deed.answer(ctx, session.person(), key, session.person(), new EndSession(session.id(), session.expiresAt()));
    }

    private void roles(final Context ctx) {
        final Problems problems = new Problems();
        final String person = Requests.desk(ctx, People.BUSINESS, problems);
        place(ctx, person);
        final String key = Requests.key(ctx, problems);
        final Map<String, List<String>> roles = SentRoles.of(Requests.body(ctx), problems);
        final Visitor visitor = who.proven(ctx);
        if (!Roles.admin(visitor.roles())) {
            throw new RefusedException(403, "FORBIDDEN", "Only an admin gives roles.");
        }
        deed.answer(ctx, person, key, visitor.id(), new SetRoles(roles));
    }

    private static void tooMany(final TooManyAttemptsException e, final Context ctx) {
        ctx.header("Retry-After", Long.toString(e.seconds()));
        Answers.refuse(ctx, HttpProblem.of(429, "TOO_MANY_ATTEMPTS", "Too many wrong passwords; wait a little."));
    }

    /** Scripts don't see it, and no other site's page can send it along. */
    private static void cookie(final Context ctx, final String value, final Duration age) {
        final Cookie cookie = new Cookie(WhoAsks.COOKIE, value);
        cookie.setPath("/");
        cookie.setMaxAge((int) age.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(ctx.req().isSecure());
        cookie.setSameSite(SameSite.STRICT);
        ctx.cookie(cookie);
    }

    /** Whoever is refused, or told to wait, learns nothing of how far somebody's desk is. */
    private static void place(final Context ctx, final String person) {
        Answers.place(ctx, People.BUSINESS, person);
    }

    private static void token(final Context ctx, final String person, final long seq) {
        ctx.header(Requests.TOKEN, new Token(People.BUSINESS.name(), person, seq).toString());
    }
}

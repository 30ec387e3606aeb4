package io.millrace.api.people;

import io.javalin.http.Context;
import io.millrace.api.http.HttpProblem;
import io.millrace.api.http.RefusedException;
import io.millrace.api.http.Requests;
import io.millrace.api.http.Visitor;
import io.millrace.api.page.Patience;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Finds out who asks: by id and password, by a session's token, or by the cookie that holds one. */
final class WhoAsks {

    static final String COOKIE = "millrace-session";

    /** Found out once per request: to check a password is heavy. */
    private static final String VISITOR = "millrace-visitor";

    private static final String AUTHORIZATION = "Authorization";
    private static final String BASIC = "basic ";
    private static final String BEARER = "bearer ";

    private final SignIn signIn;
    private final Sessions sessions;
    private final Population population;

    WhoAsks(final SignIn signIn, final Sessions sessions, final Population population) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.population = population;
    }

    /** Somebody with a session. */
    record Holder(Visitor visitor, Session session, String name) {}

    /** Somebody who confirms with id and password that it is them, now. */
    Visitor confirmed(final Context ctx) {
        final Visitor known = ctx.attribute(VISITOR);
        if (known != null && known.how() == Visitor.How.CONFIRMED) {
            return known;
        }
        return after(ctx, BASIC)
                .flatMap(given -> confirmed(ctx, given))
                .orElseThrow(() -> refused("Confirm this with your id and password."));
    }

    /** Somebody who proves in any way who they are. */
    Visitor proven(final Context ctx) {
        final Visitor known = ctx.attribute(VISITOR);
        if (known != null) {
            return known;
        }
        final Optional<String> basic = after(ctx, BASIC);
        final Visitor visitor = (basic.isPresent()
                        ? confirmed(ctx, basic.get())
                        : holder(ctx).map(Holder::visitor))
                .orElseThrow(() -> refused("Sign in, or give your id and password."));
        ctx.attribute(VISITOR, visitor);
        return visitor;
    }

    /** Somebody who signed in, and whose session holds. */
    Optional<Holder> holder(final Context ctx) {
        return session(ctx)
                .flatMap(session -> population
                        .of(session)
                        .map(person -> new Holder(
                                new Visitor(session.person(), person.getRoles(), Visitor.How.SESSION),
                                session,
                                person.getName())));
    }

    /** The session that was begun for whoever asks, even if they ended it. */
    Optional<Session> session(final Context ctx) {
        return after(ctx, BEARER)
                .or(() -> Optional.ofNullable(ctx.cookie(COOKIE)))
                .flatMap(sessions::read);
    }

    static RefusedException refused(final String detail) {
        return new RefusedException(HttpProblem.of(401, "AUTHENTICATION_FAILED", detail));
    }

    private Optional<Visitor> confirmed(final Context ctx, final String given) {
        final String both;
        try {
            both = new String(Base64.getDecoder().decode(given), StandardCharsets.UTF_8);
        } catch (final IllegalArgumentException e) {
            return Optional.empty();
        }
        final int colon = both.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        final String id = both.substring(0, colon);
        return signIn.confirm(
                        id,
                        both.substring(colon + 1),
                        ctx.req().getRemoteAddr(),
                        Patience.deadline(Requests.patience(ctx)))
                .map(person -> new Visitor(id, person.getRoles(), Visitor.How.CONFIRMED));
    }

    /** What follows the scheme's name in the header. */
    private static Optional<String> after(final Context ctx, final String scheme) {
        return Optional.ofNullable(ctx.header(AUTHORIZATION))
                .filter(it -> it.toLowerCase(Locale.ROOT).startsWith(scheme))
                .map(it -> it.substring(scheme.length()).strip());
    }
}

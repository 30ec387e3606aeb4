package io.millrace.infra.fuzz;

import io.millrace.Businesses;
import io.millrace.backbone.Business;
import io.millrace.infra.load.Answer;
import io.millrace.infra.load.Caller;
import io.millrace.people.Roles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * As whom requests are sent where everything asks for a role: as an admin, as somebody who works everywhere, and as
 * those who are named in what is sent; each with a session, and those who have accounts with their password, too.
 */
record Cast(List<String> sessions, List<String> passwords) {

    /** Nobody signs in. */
    static final Cast NOBODY = new Cast(List.of(), List.of());

    private static final String AUTHORIZATION = "Authorization";

    /** Named in nothing that is sent, so that no request takes its roles away. */
    private static final String STAFF = "fuzz.staff";

    private static final String PASSWORD = "a fuzzer's password";

    /** Registers whoever isn't there yet. */
    static Cast of(final Caller caller, final String admin, final String password) throws IOException {
        final List<String> sessions = new ArrayList<>(List.of(session(caller, admin, password)));
        final List<String> passwords = new ArrayList<>();
        register(caller, STAFF);
        final Answer given = caller.call(
                "PUT",
                "/people/" + STAFF + "/roles",
                roles(),
                AUTHORIZATION,
                Caller.basic(admin, password),
                "Prefer",
                "wait=30");
        if (given.status() != 200) {
            throw new IllegalStateException("no roles for who is to work everywhere: " + given.body());
        }
        sessions.add(session(caller, STAFF, PASSWORD));
        for (final String name : Good.NAMES) {
            register(caller, name);
            sessions.add(session(caller, name, PASSWORD));
            passwords.add(Caller.basic(name, PASSWORD));
        }
        return new Cast(List.copyOf(sessions), List.copyOf(passwords));
    }

    private static String roles() {
        return Businesses.ALL.stream()
                .map(Business::name)
                .filter(business -> !Roles.at(business).isEmpty())
                .map(Cast::everywhere)
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String everywhere(final String business) {
        return Roles.at(business).stream()
                .map(role -> '"' + role + '"')
                .collect(Collectors.joining(",", "\"" + business + "/*\":[", "]"));
    }

    private static void register(final Caller caller, final String id) throws IOException {
        final Answer answer = caller.post(
                "/people",
                "{\"id\":\"%s\",\"name\":\"fuzz\",\"password\":\"%s\"}".formatted(id, PASSWORD),
                "Prefer",
                "wait=30");
        if (answer.status() != 201 && answer.status() != 409) {
            throw new IllegalStateException(id + " could not be registered: " + answer.body());
        }
    }

    private static String session(final Caller caller, final String id, final String password) throws IOException {
        final Answer answer = caller.post(
                "/people/sessions", "{\"id\":\"%s\",\"password\":\"%s\"}".formatted(id, password), "Prefer", "wait=30");
        if (answer.status() != 201) {
            throw new IllegalStateException(id + " can't sign in: " + answer.body());
        }
        return "Bearer "
                + JsonMapper.shared().readTree(answer.body()).path("token").asString();
    }
}

package io.millrace.api.kit;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody who signs in with each request, and whom an admin may give roles. */
public record Person(Caller caller, String id) {

    public static final String PASSWORD = "open sesame";
    private static final String AUTHORIZATION = "Authorization";

    public static Person of(final Caller caller, final String id) {
        final Reply registered = caller.post(
                "/people",
                "{'id':'%s','name':'P','password':'%s'}".formatted(id, PASSWORD),
                "Idempotency-Key",
                "r-" + id);
        assertThat(registered.status()).as(registered.text()).isEqualTo(201);
        return new Person(caller, id);
    }

    /** Roles as an admin gives them, such as {@code 'cafe/one':['owner']}. */
    public Person having(final String roles) {
        final Reply given = caller.put("/people/" + id + "/roles", "{" + roles + "}", AUTHORIZATION, admin());
        assertThat(given.status()).as(given.text()).isEqualTo(200);
        return this;
    }

    public static String admin() {
        return Caller.basic(WholeProcess.ADMIN.id(), WholeProcess.ADMIN.password());
    }

    public String authorization() {
        return Caller.basic(id, PASSWORD);
    }

    public Reply get(final String path, final String... headers) {
        return caller.get(path, with(headers));
    }

    public Reply post(final String path, final String body, final String... headers) {
        return caller.post(path, body, with(headers));
    }

    public Reply patch(final String path, final String body, final String... headers) {
        return caller.patch(path, body, with(headers));
    }

    public Reply put(final String path, final String body, final String... headers) {
        return caller.put(path, body, with(headers));
    }

    private String[] with(final String... headers) {
        final String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = AUTHORIZATION;
        all[1] = authorization();
        return all;
    }
}

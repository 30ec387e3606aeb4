package io.millrace.api.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who is registered, and who banks: each request is confirmed with id and password, unless said otherwise. */
public record Customer(Caller caller, String id, String password) {

    private static final AtomicInteger NEXT = new AtomicInteger();

    /** Somebody new, whom nobody has seen before. */
    public static Customer of(final Caller caller) {
        final Customer customer = new Customer(caller, "P" + NEXT.incrementAndGet() + ".Kim", "secret word " + NEXT);
        final Reply registered = caller.post(
                "/people", "{'id':'%s','name':'Kim','password':'%s'}".formatted(customer.id(), customer.password()));
        assertThat(registered.status()).as(registered.text()).isEqualTo(201);
        return customer;
    }

    /** An account number that nobody has. */
    public static String free() {
        return "acc-" + NEXT.incrementAndGet();
    }

    /** An account of theirs with so much in it. */
    public String account(final long amount) {
        final String account = free();
        final Reply opened = request(account, "OPEN", amount);
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return account;
    }

    public Reply request(final String account, final String kind, final long amount, final String... headers) {
        return post("/bank/requests", asked(account, kind, ",'amount':" + amount), headers);
    }

    public Reply request(final String account, final String kind, final String... headers) {
        return post("/bank/requests", asked(account, kind, ""), headers);
    }

    public Reply transfer(final String from, final String to, final long amount, final String... headers) {
        return post("/bank/transfers", "{'from':'%s','to':'%s','amount':%d}".formatted(from, to, amount), headers);
    }

    public Reply post(final String path, final String body, final String... headers) {
        return caller.post(path, body, confirmed(headers));
    }

    public Reply get(final String path, final String... headers) {
        return caller.get(path, confirmed(headers));
    }

    /** Reads what is at least as new as that reply. */
    public Reply after(final Reply before, final String path) {
        return get(path, "Journal-Token", before.token());
    }

    /** Names and values of headers, and who this is. */
    public String[] confirmed(final String... headers) {
        return with(headers, basic(id, password));
    }

    /** The same with a session instead of the password. */
    public String[] session() {
        final Reply begun = caller.post("/people/sessions", "{'id':'%s','password':'%s'}".formatted(id, password));
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        return new String[] {"Authorization", "Bearer " + begun.at("/token")};
    }

    public static String basic(final String id, final String password) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static String asked(final String account, final String kind, final String more) {
        return "{'account':'%s','kind':'%s'%s}".formatted(account, kind, more);
    }

    private static String[] with(final String[] headers, final String authorization) {
        final String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Authorization";
        all[1] = authorization;
        return all;
    }
}

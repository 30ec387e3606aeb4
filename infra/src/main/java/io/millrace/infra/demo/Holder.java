package io.millrace.infra.demo;

import io.millrace.infra.load.Caller;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/**
 * Somebody with an account: reads with a session, and confirms each request with a password. It is made up for one run
 * and known to nobody else, so each run's people are new.
 */
final class Holder {

    private static final SecureRandom SECRETS = new SecureRandom();
    private static final int PASSWORD_BYTES = 18;

    private final String account;
    private final String page;
    private final String confirming;
    private final String session;

    private Holder(final String account, final String page, final String confirming, final String session) {
        this.account = account;
        this.page = page;
        this.confirming = confirming;
        this.session = session;
    }

    /** Registers, signs in and opens an account. */
    static Holder open(final Town town, final String id, final String account, final int first) throws IOException {
        final byte[] made = new byte[PASSWORD_BYTES];
        SECRETS.nextBytes(made);
        final String password = Base64.getUrlEncoder().encodeToString(made);
        town.insist("/people", "{'id':'%1$s','name':'%1$s','password':'%2$s'}".formatted(id, password));
        final JsonNode session = town.insist("/people/sessions", "{'id':'%s','password':'%s'}".formatted(id, password));
        final Holder holder = new Holder(
                account,
                "/bank/customers/" + id,
                Caller.basic(id, password),
                "Bearer " + session.at("/token").asString());
        town.insist(
                "/bank/requests",
                "{'account':'%s','kind':'OPEN','amount':%d}".formatted(account, first),
                holder.confirming);
        return holder;
    }

    String account() {
        return account;
    }

    /** What their own page says they have. */
    long balance(final Town town) throws IOException {
        return town.read(page, session).at("/accounts/0/balance").asLong(0);
    }

    void ask(final Town town, final String kind, final int amount) throws IOException {
        town.postAs(confirming, "/bank/requests", "{'account':'%s','kind':'%s','amount':%d}", account, kind, amount);
    }

    void send(final Town town, final String to, final int amount) throws IOException {
        town.postAs(confirming, "/bank/transfers", "{'from':'%s','to':'%s','amount':%d}", account, to, amount);
    }
}

package io.millrace.bank;

import io.millrace.backbone.Held;
import io.millrace.backbone.PageRows;
import io.millrace.backbone.Personal;
import io.millrace.backbone.Token;
import io.millrace.schemas.Row;
import io.millrace.schemas.bank.Account;
import io.millrace.schemas.bank.AccountStatus;
import io.millrace.schemas.bank.LastRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** MyPage: a customer's accounts in use, and the last thing they asked for, done or not. */
final class BankPages {

    /** More accounts than a person has; whoever asks at more than so many sees the latest opened of them. */
    private static final int LOOKED_AT = 1_000;

    private BankPages() {}

    static Map<String, Object> customer(
            final String customer, final PageRows rows, final Map<String, String> query, final Instant now) {
        final List<Held<LastRequest>> asked = rows.list(AccountBooks.LAST, null, LOOKED_AT, true);
        final Map<String, Held<LastRequest>> byAccount = new HashMap<>();
        asked.forEach(last -> byAccount.put(last.row().getDesk(), last));
        final List<Map<String, Object>> accounts = new ArrayList<>();
        for (final Held<Account> account : rows.list(AccountBooks.ACCOUNT, null, LOOKED_AT, true)) {
            if (account.value().getStatus() == AccountStatus.Use) {
                accounts.add(account(account, byAccount.get(account.row().getDesk())));
            }
        }
        final Map<String, Object> page = new LinkedHashMap<>();
        page.put("customer", customer);
        page.put("accounts", accounts.stream().limit(Personal.shown(query)).toList());
        asked.stream()
                .max(Comparator.comparing(
                                (Held<LastRequest> last) -> last.value().getAt())
                        .thenComparing(last -> last.row().getMadeAt()))
                .ifPresent(last -> page.put("lastRequest", last(last)));
        return page;
    }

    private static Map<String, Object> account(final Held<Account> held, final @Nullable Held<LastRequest> last) {
        final Account account = held.value();
        final Map<String, Object> view = new LinkedHashMap<>();
        view.put("account", held.row().getDesk());
        view.put("owner", account.getOwner());
        view.put("status", account.getStatus());
        view.put("balance", account.getBalance());
        view.put("pending", account.getPending());
        if (last != null) {
            view.put("lastRequest", last(last));
        }
        view.put("openedAt", account.getOpenedAt());
        view.put("updatedAt", account.getUpdatedAt());
        view.put("token", token(held.row()));
        return view;
    }

    private static Map<String, Object> last(final Held<LastRequest> held) {
        final LastRequest last = held.value();
        final Map<String, Object> view = new LinkedHashMap<>();
        view.put("account", held.row().getDesk());
        view.put("kind", last.getKind());
        if (last.getNumber() != null) {
            view.put("number", last.getNumber());
        }
        view.put("amount", last.getAmount());
        view.put("status", last.getStatus());
        if (last.getCode() != null) {
            view.put("code", last.getCode());
        }
        if (last.getMessage() != null) {
            view.put("message", last.getMessage());
        }
        view.put("at", last.getAt());
        view.put("updatedAt", last.getUpdatedAt());
        view.put("token", token(held.row()));
        return view;
    }

    private static String token(final Row row) {
        return new Token(Bank.BUSINESS.name(), row.getDesk(), row.getSeq()).toString();
    }
}

package io.millrace.infra.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A bank's day: people who get paid, spend, and send each other money. Nobody is there where the bank isn't open. */
final class BankLife {

    private static final List<String> PEOPLE = List.of("minji", "jun", "sora");
    private static final String NOBODY = "110-nobody";
    private static final int NOT_FOUND = 404;
    private static final int FIRST = 300_000;
    private static final int LITTLE = 60_000;

    private final List<Holder> holders;

    private BankLife(final List<Holder> holders) {
        this.holders = holders;
    }

    static List<Actor> open(final Town town) throws IOException {
        if (town.status("/people/sessions/current") == NOT_FOUND) {
            return List.of();
        }
        final String run = Long.toString(System.currentTimeMillis(), 36);
        final List<Holder> holders = new ArrayList<>();
        for (final String person : PEOPLE) {
            holders.add(Holder.open(town, person + "-" + run, "110-" + run + "-" + (holders.size() + 1), FIRST));
        }
        final BankLife life = new BankLife(holders);
        return holders.stream()
                .<Actor>map(holder -> (where, chance) -> life.act(where, chance, holder))
                .toList();
    }

    private Duration act(final Town town, final Chance chance, final Holder holder) throws IOException {
        final int amount = 1_000 * chance.between(1, 40);
        if (holder.balance(town) < LITTLE) {
            holder.ask(town, "DEPOSIT", 10 * amount);
        } else if (chance.in100(45)) {
            // now and then to somebody who isn't there: it comes back
            final String to = chance.in100(90) ? chance.oneOf(holders).account() : NOBODY;
            if (!to.equals(holder.account())) {
                holder.send(town, to, amount);
            }
        } else {
            holder.ask(town, chance.in100(30) ? "DEPOSIT" : "WITHDRAW", amount);
        }
        return chance.about(5_000);
    }
}

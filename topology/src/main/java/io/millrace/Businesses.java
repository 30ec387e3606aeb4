package io.millrace;

import io.millrace.backbone.Business;
import io.millrace.people.People;
import java.util.Collection;
import java.util.List;

/** Every business that runs on the backbone: a new one is registered here, with one line. */
public final class Businesses {

    public static final List<Business> ALL = List.of(
            io.millrace.cafe.Cafe.BUSINESS,
            io.millrace.coffeeshop.Coffeeshop.BUSINESS,
            io.millrace.rental.Rental.BUSINESS,
            io.millrace.riders.Riders.BUSINESS,
            io.millrace.bank.Bank.BUSINESS,
            People.BUSINESS);

    private Businesses() {}

    /** These, and with a private one the people: it has to know who asks. */
    public static List<Business> named(final Collection<String> names) {
        final boolean known = ALL.stream().anyMatch(it -> it.privacy() != null && names.contains(it.name()));
        return ALL.stream()
                .filter(it -> names.contains(it.name()) || known && it == People.BUSINESS)
                .toList();
    }
}

package io.millrace.infra.begin;

import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** What a new business may be called: its packages, topics and addresses begin with it. */
public record Name(String plain) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]{1,19}");

    /** Addresses and packages that are there already, and what its own classes would be mistaken for. */
    private static final Set<String> TAKEN = Set.of(
            "access",
            "api",
            "audit",
            "backbone",
            "business",
            "catalogue",
            "docs",
            "events",
            "form",
            "house",
            "infra",
            "listing",
            "livez",
            "loan",
            "metrics",
            "millrace",
            "openapi",
            "personal",
            "push",
            "pushes",
            "quarantine",
            "readyz",
            "receipts",
            "schemas",
            "testkit",
            "topologies",
            "web");

    public Name {
        if (!FORM.matcher(plain).matches()) {
            throw new IllegalArgumentException(
                    plain + " can't be a business's name: it takes 2 to 20 small letters and digits, a letter first.");
        }
        if (TAKEN.contains(plain) || SourceVersion.isKeyword(plain)) {
            throw new IllegalArgumentException(plain + " means something else already; choose another name.");
        }
    }

    /** As classes begin. */
    String capital() {
        return Renaming.capital(plain);
    }
}

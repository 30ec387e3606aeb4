package io.millrace.infra.begin;

import java.util.regex.Pattern;

/** What a new business calls its desks: one of them, and several, as they stand in addresses. */
public record DeskName(String one, String many) {

    private static final Pattern FORM = Pattern.compile("[a-z]{2,20}");

    /** What the example calls its own. */
    public static final DeskName BRANCH = new DeskName("branch", "branches");

    public DeskName {
        for (final String word : new String[] {one, many}) {
            if (!FORM.matcher(word).matches()) {
                throw new IllegalArgumentException(
                        "A desk can't be called " + word + ": it takes 2 to 20 small letters, such as garage.");
            }
        }
    }

    public static DeskName of(final String one) {
        return new DeskName(one, one + "s");
    }

    /** As a branch's text reads where a desk is called so. */
    String renamed(final String text) {
        return new Renaming(BRANCH.one, one).in(text.replace(BRANCH.many, many));
    }
}

package io.millrace.backbone.page;

import io.millrace.backbone.Business;
import io.millrace.backbone.Tally;

/** How the page side's nodes and stores are called. Renaming one orphans the state of what is deployed. */
public final class PageNames {

    static final String PAGES = "pages";
    static final String PUSHES = "pushes";
    static final String WITH_REPAIRS = "with-repairs";
    static final String PEOPLE = "people";
    static final String RECEIPTS = "receipts";
    static final String TO_PEOPLE = "to-people";
    static final String TO_NOTICES = "to-notices";
    static final String TO_QUARANTINE = "to-quarantine";
    static final String PEOPLE_TO_QUARANTINE = "people-to-quarantine";
    static final String RECEIPTS_TO_QUARANTINE = "receipts-to-quarantine";

    private PageNames() {}

    /** Rows by desk. */
    public static String rows(final Business business) {
        return business.name() + "-rows";
    }

    /** Rows by person. */
    public static String people(final Business business) {
        return business.name() + "-people";
    }

    /** What remembered shelves held at past times. */
    public static String history(final Business business) {
        return business.name() + "-past";
    }

    /** Events that wait for a row that one of them broke. */
    static String parked(final Business business) {
        return business.name() + "-parked";
    }

    public static String receipts(final Business business) {
        return business.name() + "-receipts-page";
    }

    public static String tally(final Business business, final Tally<?> tally) {
        return business.name() + "-" + tally.path();
    }

    static String from(final String topic) {
        return "from-" + topic;
    }
}

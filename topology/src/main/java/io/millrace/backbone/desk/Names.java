package io.millrace.backbone.desk;

import io.millrace.backbone.Business;

/** How the desk side's nodes and stores are called. Renaming one orphans the state of what is deployed. */
final class Names {

    static final String DESK = "desk";
    static final String REACTIONS = "reactions";
    static final String TO_JOURNAL = "to-journal";
    static final String TO_RECEIPTS = "to-receipts";
    static final String TO_ALARMS = "to-alarms";
    static final String TO_QUARANTINE = "to-quarantine";
    static final String REACTIONS_TO_QUARANTINE = "reactions-to-quarantine";

    private Names() {}

    static String books(final Business business) {
        return business.name() + "-books";
    }

    static String receipts(final Business business) {
        return business.name() + "-receipts";
    }

    static String alarms(final Business business) {
        return business.name() + "-alarms";
    }

    /** Behind all desks, like the marks on pages. */
    static String soFar(final String topic) {
        return "~" + topic;
    }

    static String from(final String topic) {
        return "from-" + topic;
    }

    static String to(final String topic) {
        return "to-" + topic;
    }
}

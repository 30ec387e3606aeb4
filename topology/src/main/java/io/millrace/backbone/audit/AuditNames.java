package io.millrace.backbone.audit;

import io.millrace.backbone.Business;

/** How the audit's nodes and stores are called. Renaming one orphans the state of what is deployed. */
public final class AuditNames {

    static final String AUDIT = "audit";
    static final String TO_VIOLATIONS = "to-violations";
    static final String TO_CLAIMS = "to-claims";

    private AuditNames() {}

    /** What auditors have added up, by desk. */
    static String ledger(final Business business) {
        return business.name() + "-ledger";
    }

    /** What was checked and what was found, to be shown. */
    public static String findings(final Business business) {
        return business.name() + "-findings";
    }

    static String from(final String topic) {
        return "from-" + topic;
    }
}

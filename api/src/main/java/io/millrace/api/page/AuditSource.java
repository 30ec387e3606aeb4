package io.millrace.api.page;

import io.millrace.backbone.Business;
import io.millrace.backbone.audit.AuditPage;

/** Where it is read what a business's audit has found: in this process. */
@FunctionalInterface
public interface AuditSource {

    AuditPage auditOf(Business business);
}

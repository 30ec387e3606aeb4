package io.millrace.api.page;

import io.millrace.backbone.Business;
import io.millrace.backbone.audit.AuditReport;

/** Where it is read what a business's audit has found, partition by partition. */
public interface AuditSource {

    int partitions();

    AuditReport report(Business business, int partition, int atMost);
}

package io.millrace.api.page;

import io.millrace.backbone.Business;
import io.millrace.backbone.quarantine.KeptPage;

/** Where it is read what is in a business's quarantine, partition by partition. */
public interface KeptSource {

    int partitions();

    KeptPage kept(Business business, int partition);
}

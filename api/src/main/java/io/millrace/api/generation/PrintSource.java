package io.millrace.api.generation;

import io.millrace.backbone.Business;

/** Where generations are looked at, partition by partition. */
public interface PrintSource {

    int partitions();

    Prints prints(Business business, int generation, int partition);
}

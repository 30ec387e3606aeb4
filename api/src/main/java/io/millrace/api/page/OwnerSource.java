package io.millrace.api.page;

import io.millrace.backbone.Business;
import java.util.List;

/** Where it is read which instance has which parts of a business. */
public interface OwnerSource {

    int partitions();

    /** What each instance has of one side ({@code desk}, {@code pages}, {@code audit}); nothing while nobody knows. */
    List<Share> shares(Business business, String side);
}

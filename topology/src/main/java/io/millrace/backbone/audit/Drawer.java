package io.millrace.backbone.audit;

import org.jspecify.annotations.Nullable;

/** Where ledgers are kept between events. Null is nothing. */
public interface Drawer {

    byte @Nullable [] get(String key);

    void put(String key, byte @Nullable [] value);
}

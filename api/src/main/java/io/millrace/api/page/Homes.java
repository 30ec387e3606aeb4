package io.millrace.api.page;

import java.util.List;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/** The instances that have a page: its owner, and those that keep a copy. The owner is null while nobody knows. */
public record Homes(@Nullable HostInfo owner, List<HostInfo> copies) {

    static final Homes UNKNOWN = new Homes(null, List.of());
}

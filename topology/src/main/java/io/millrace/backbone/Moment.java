package io.millrace.backbone;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where, when and by whom: everything a rule or a fold may know beside the books. */
public record Moment(String desk, Instant now, @Nullable String actor) {}

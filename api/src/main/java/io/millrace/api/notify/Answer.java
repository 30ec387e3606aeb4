package io.millrace.api.notify;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a webhook made of a notice. */
sealed interface Answer {

    record Taken() implements Answer {}

    /** Asking again would change nothing. */
    record Refused(String reason) implements Answer {}

    /** Not now; {@code after}: it said when. */
    record Failed(String reason, @Nullable Duration after) implements Answer {}
}

package io.millrace.api.http;

import io.millrace.backbone.Token;
import org.jspecify.annotations.Nullable;

/** What a command comes to, as it is told: the same for the same receipt, whenever it is asked for. */
public record Outcome(
        int status, String type, byte[] body, @Nullable String location, Token token) {

    public static final String JSON = "application/json";
}

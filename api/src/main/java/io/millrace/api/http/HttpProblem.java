package io.millrace.api.http;

import io.millrace.api.json.Json;
import io.millrace.api.json.Values;
import io.millrace.backbone.Checks;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A refusal as RFC 9457 has it. {@code more} is what helps whoever was refused. */
public record HttpProblem(int status, String code, String detail, Map<String, ?> more, List<Checks.Problem> errors) {

    public static final String TYPE = "application/problem+json";

    public static HttpProblem of(final int status, final String code, final String detail) {
        return new HttpProblem(status, code, detail, Map.of(), List.of());
    }

    public static HttpProblem notFound() {
        return of(404, "NOT_FOUND", "There is nothing at this address.");
    }

    public byte[] body() {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringProperty("type", "/docs#" + code);
            json.writeStringProperty("title", title(code));
            json.writeNumberProperty("status", status);
            json.writeStringProperty("detail", detail);
            json.writeStringProperty("code", code);
            if (!errors.isEmpty()) {
                json.writeName("errors");
                json.writeStartArray();
                for (final Checks.Problem error : errors) {
                    json.writeStartObject();
                    json.writeStringProperty("field", error.field());
                    json.writeStringProperty("detail", error.detail());
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            more.forEach((name, value) -> Values.field(json, name, value));
            json.writeEndObject();
        });
    }

    /** {@code OUT_OF_STOCK} reads "Out of stock". */
    private static String title(final String code) {
        final String words = code.replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}

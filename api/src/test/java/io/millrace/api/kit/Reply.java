package io.millrace.api.kit;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
public record Reply(int status, String text, HttpResponse<String> response, JsonMapper mapper) {

    Reply(final HttpResponse<String> response, final JsonMapper mapper) {
        this(response.statusCode(), response.body(), response, mapper);
    }

    public JsonNode json() {
        return mapper.readTree(text);
    }

    /** The value at a JSON pointer, as text. */
    public String at(final String pointer) {
        return json().at(pointer).asString();
    }

    public String header(final String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public String token() {
        return header("Journal-Token");
    }

    @Override
    public String toString() {
        return status + " " + text;
    }
}

package io.millrace.infra.load;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the façade answered. Header names are in lower case. */
public record Answer(int status, Map<String, String> headers, String body) {

    public Optional<String> header(final String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** This very answer, if it is what whoever measures is there for. Anything else ends a measurement. */
    Answer expecting(final int wanted) {
        if (status != wanted) {
            throw new IllegalStateException("expected " + wanted + " and got " + status + ": " + body);
        }
        return this;
    }
}

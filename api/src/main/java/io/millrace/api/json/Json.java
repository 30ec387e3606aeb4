package io.millrace.api.json;

import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;

/** The one JSON factory, which all threads share. */
public final class Json {

    private static final int DEPTH = 16;

    /** As long as a whole body may be: whoever reads a number looks how long it is before it becomes one. */
    private static final int NUMBER_CHARS = 64 * 1024;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxNumberLength(NUMBER_CHARS)
                    .build())
            .build();

    private Json() {}

    /** What is written, as UTF-8. */
    public static byte[] bytes(final Consumer<JsonGenerator> writing) {
        final ByteArrayBuilder out = new ByteArrayBuilder();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            writing.accept(json);
        }
        return out.toByteArray();
    }

    /** Any value of ours, as UTF-8. */
    public static byte[] of(final Object value) {
        return bytes(json -> Values.write(json, value));
    }
}

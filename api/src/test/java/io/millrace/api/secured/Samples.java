package io.millrace.api.secured;

import io.millrace.backbone.Business;
import io.millrace.backbone.Checks;
import io.millrace.backbone.Envelopes;
import io.millrace.backbone.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import tools.jackson.databind.json.JsonMapper;

/** Bodies that can be understood, made of the schemas of the commands they become. */
final class Samples {

    static final String DESK = "one";
    static final String THING = "thing";

    /** Whose everything is that bodies name people in. */
    static final String SELF = "own.one";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Samples() {}

    /** Of a form, with that choice made. */
    static String body(final Business business, final Form form, final String chosen) {
        final Map<String, Object> body = new LinkedHashMap<>();
        final Schema command =
                Envelopes.schema(Objects.requireNonNull(form.commands().get(chosen)));
        for (final Schema.Field field : command.getFields()) {
            if (!form.path().contains("{" + field.name() + "}") && !field.hasDefaultValue()) {
                body.put(field.name(), value(field));
            }
        }
        if (!chosen.isEmpty()) {
            body.put(form.choice(), chosen);
        }
        if (form.deskIn() != null) {
            body.put(form.deskIn(), DESK);
        }
        return MAPPER.writeValueAsString(body);
    }

    private static Object value(final Schema.Field field) {
        final String check = field.getProp(Checks.PROPERTY);
        if ("person".equals(check)) {
            return SELF;
        }
        return switch (field.schema().getType()) {
            case LONG, INT -> 1;
            case ENUM -> field.schema().getEnumSymbols().getFirst();
            case ARRAY -> List.of(Map.of("item", THING, "quantity", 1));
            case STRING -> "id".equals(check) ? THING : "x";
            default -> throw new IllegalArgumentException(field + " has no sample");
        };
    }
}

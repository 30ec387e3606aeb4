package io.millrace.api.json;

import io.millrace.backbone.Checks;
import io.millrace.backbone.Envelopes;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Makes one kind of command from what was sent and from what stands in the path. */
public final class CommandBinder {

    private final Class<? extends SpecificRecord> command;
    private final RecordBinder body;
    private final Map<String, Schema.Field> inPath = new HashMap<>();

    public CommandBinder(final Class<? extends SpecificRecord> command, final Set<String> inPath) {
        this.command = command;
        final Schema schema = Envelopes.schema(command);
        this.body = new RecordBinder(schema, inPath);
        for (final String name : inPath) {
            this.inPath.put(
                    name,
                    Objects.requireNonNull(
                            schema.getField(name), () -> command.getSimpleName() + " has no field " + name));
        }
    }

    public Class<? extends SpecificRecord> command() {
        return command;
    }

    /** What would be wrong with it if it were this command. */
    public Problems problems(final Map<String, @Nullable Object> sent) {
        final Problems problems = new Problems();
        body.bind(sent, "", problems);
        return problems;
    }

    /** The command; null where a path parameter can't be the id of anything. */
    public @Nullable SpecificRecord bind(
            final Map<String, @Nullable Object> sent, final Map<String, String> path, final Problems problems) {
        final SpecificRecord record = Objects.requireNonNull(body.bind(sent, "", problems));
        problems.orThrow();
        for (final Map.Entry<String, Schema.Field> entry : inPath.entrySet()) {
            final Schema.Field field = entry.getValue();
            final String text = path.getOrDefault(entry.getKey(), "");
            final Object value = field.schema().getType() == Schema.Type.LONG ? PathNumber.of(text) : text;
            if (value == null
                    || Checks.of(field).filter(it -> !it.holds().test(value)).isPresent()) {
                return null;
            }
            record.put(field.pos(), value);
        }
        return record;
    }
}

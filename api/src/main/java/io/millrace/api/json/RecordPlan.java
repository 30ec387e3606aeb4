package io.millrace.api.json;

import io.millrace.backbone.Envelopes;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/** How a record of one class is written: its names, encoded once, in the order of its schema. */
final class RecordPlan {

    private static final ClassValue<RecordPlan> PLANS = new ClassValue<>() {
        @Override
        protected RecordPlan computeValue(final Class<?> type) {
            return new RecordPlan(
                    Envelopes.schema(type.asSubclass(SpecificRecord.class)).getFields());
        }
    };

    private final SerializableString[] names;

    private RecordPlan(final List<Schema.Field> fields) {
        names = fields.stream().map(field -> new SerializedString(field.name())).toArray(SerializableString[]::new);
    }

    static RecordPlan of(final SpecificRecord record) {
        return PLANS.get(record.getClass());
    }

    void write(final JsonGenerator json, final SpecificRecord record) {
        for (int i = 0; i < names.length; i++) {
            final Object value = record.get(i);
            if (value != null) {
                json.writeName(names[i]);
                Values.write(json, value);
            }
        }
    }
}

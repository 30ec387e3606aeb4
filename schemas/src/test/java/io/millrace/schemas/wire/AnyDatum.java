package io.millrace.schemas.wire;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/** Makes up data that fits a schema, the same for the same seed. */
final class AnyDatum {
    private final Random random;

    AnyDatum(final long seed) {
        this.random = new Random(seed);
    }

    Object of(final Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> record(schema);
            case ENUM ->
                new GenericData.EnumSymbol(
                        schema,
                        schema.getEnumSymbols()
                                .get(random.nextInt(schema.getEnumSymbols().size())));
            case ARRAY -> List.of(of(schema.getElementType()), of(schema.getElementType()));
            // One entry at most: the order of more is not fixed, and bytes are compared.
            case MAP -> random.nextBoolean() ? Map.of() : Map.of(word(), of(schema.getValueType()));
            case UNION ->
                of(schema.getTypes().get(random.nextInt(schema.getTypes().size())));
            case FIXED -> new GenericData.Fixed(schema, new byte[schema.getFixedSize()]);
            case STRING -> word();
            case BYTES -> ByteBuffer.wrap(new byte[] {1, 2, 3});
            case INT -> random.nextInt(1_000);
            // Logical types have their limits; a date of this century fits them all.
            case LONG -> 1_700_000_000_000L + random.nextInt();
            case FLOAT -> random.nextFloat();
            case DOUBLE -> random.nextDouble();
            case BOOLEAN -> random.nextBoolean();
            case NULL -> NULL;
        };
    }

    /** Stands for null until it is put where null is allowed. */
    private static final Object NULL = new Object();

    private Object record(final Schema schema) {
        final GenericData.Record record = new GenericData.Record(schema);
        for (final Schema.Field field : schema.getFields()) {
            final Object value = of(field.schema());
            record.put(field.pos(), value == NULL ? null : value);
        }
        return record;
    }

    private String word() {
        return "word-" + random.nextInt(1_000) + "-é";
    }
}

package io.millrace.schemas.compat;

import io.millrace.schemas.Notice;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.AvroGenerated;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Today's schemas: those of every record class that the Avro compiler wrote. */
public final class GeneratedSchemas {
    private GeneratedSchemas() {}

    public static Map<String, Schema> today() throws IOException, URISyntaxException {
        final Path classes = Path.of(
                Notice.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            final Map<String, Schema> schemas = new TreeMap<>();
            files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("-info") && !name.contains("$"))
                    .map(name ->
                            load(name.replace(".class", "").replace('/', '.').replace('\\', '.')))
                    .filter(type -> type.isAnnotationPresent(AvroGenerated.class))
                    .filter(SpecificRecord.class::isAssignableFrom)
                    .map(type -> SpecificData.get().getSchema(type))
                    .forEach(schema -> schemas.put(schema.getFullName(), schema));
            return schemas;
        }
    }

    private static Class<?> load(final String name) {
        try {
            return Class.forName(name, false, GeneratedSchemas.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.millrace.infra.kubernetes;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The manifests as they are in their files. */
final class Manifests {

    static final Path FOLDER = Path.of(System.getProperty("millrace.root", ".."), "infra", "kubernetes");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Manifest(Path file, JsonNode content) {
        String kind() {
            return content.at("/kind").asString();
        }

        @Override
        public String toString() {
            return FOLDER.relativize(file) + " " + kind();
        }
    }

    private Manifests() {}

    static List<Manifest> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(it -> it.toString().endsWith(".yaml"))
                    .sorted()
                    .flatMap(Manifests::in)
                    .toList();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Manifest> in(final Path file) {
        final LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        final List<Manifest> documents = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(file)) {
            new Yaml(new SafeConstructor(strict))
                    .loadAll(reader)
                    .forEach(it -> documents.add(new Manifest(file, JSON.valueToTree(it))));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents.stream();
    }

    static JsonNode base(final String kind) {
        return find("base", kind).orElseThrow();
    }

    static Optional<JsonNode> find(final String folder, final String kind) {
        return all().stream()
                .filter(it -> it.file().startsWith(FOLDER.resolve(folder))
                        && it.kind().equals(kind))
                .map(Manifest::content)
                .findFirst();
    }

    static String text(final JsonNode value) {
        return JSON.writeValueAsString(value);
    }
}

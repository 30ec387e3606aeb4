package io.millrace.infra.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is packed without a daemon is an image: whole, and of nobody who may do much. */
class ImageTest {

    private static final Path IMAGE = Path.of(System.getProperty("millrace.root", ".."), "infra", "image");

    @TempDir
    private Path dir;

    private Layout layout = new Layout(Path.of("."));

    @BeforeEach
    void pack() throws IOException {
        final Path root = dir.resolve("root");
        for (final String file : new String[] {
            "etc/passwd",
            "opt/jre/bin/java",
            "opt/millrace/lib/other.jar",
            "opt/millrace/lib/millrace-api.jar",
            "opt/millrace/options",
            "opt/millrace/learnt.aot",
        }) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.writeString(root.resolve(file), file);
        }
        Files.createDirectories(root.resolve("var/lib/millrace"));
        final Path tar = dir.resolve("image.tar");
        Layout.run(IMAGE.resolve("pack").toString(), root.toString(), tar.toString());
        layout = Layout.of(tar, Files.createDirectory(dir.resolve("layout")));
    }

    @Test
    void shouldNameEverythingByWhatIsInIt() throws IOException {
        try (var blobs = Files.list(layout.folder().resolve("blobs/sha256"))) {
            assertThat(blobs)
                    .hasSize(6)
                    .allSatisfy(blob -> assertThat(Layout.digest(blob)).isEqualTo("sha256:" + blob.getFileName()));
        }
        final JsonNode manifest = layout.manifest();
        assertThat(layout.file("oci-layout").at("/imageLayoutVersion").asString())
                .isEqualTo("1.0.0");
        assertThat(manifest.at("/schemaVersion").asInt()).isEqualTo(2);
        for (final JsonNode layer : layout.layers()) {
            assertThat(Files.size(layout.blob(layer)))
                    .isEqualTo(layer.at("/size").asLong());
        }
        assertThat(layout.config().at("/rootfs/diff_ids").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(layout.layers().stream()
                        .map(layer -> Layout.digestUnpacked(layout.blob(layer)))
                        .toList());
    }

    @Test
    void shouldRunWhatTheDockerfileSaysAndAsWhom() throws IOException {
        final String dockerfile = Files.readString(IMAGE.resolve("Dockerfile")).replaceAll("\\\\\n *", "");
        final JsonNode config = layout.config().at("/config");
        assertThat(config.at("/User").asString()).isEqualTo("10001:10001");
        assertThat(dockerfile)
                .contains("USER " + config.at("/User").asString())
                .contains("ENTRYPOINT " + line(config.at("/Entrypoint")))
                .contains("CMD " + line(config.at("/Cmd")));
        assertThat(config.at("/Volumes").propertyNames()).containsExactly("/var/lib/millrace");
    }

    @Test
    void shouldChangeTheLastLayerOnlyWithTheProgram() {
        final List<List<String>> layers =
                layout.layers().stream().map(layout::content).toList();
        assertThat(layers).hasSize(4);
        assertThat(layers.getFirst())
                .anySatisfy(line ->
                        assertThat(line).startsWith("drwxr-xr-x 10001/10001").endsWith("./var/lib/millrace/"));
        assertThat(layers.get(1)).anySatisfy(line -> assertThat(line).endsWith("./opt/jre/bin/java"));
        assertThat(layers.get(2)).anySatisfy(line -> assertThat(line).endsWith("other.jar"));
        assertThat(layers.getLast())
                .anySatisfy(line -> assertThat(line).endsWith("millrace-api.jar"))
                .anySatisfy(line -> assertThat(line).endsWith("learnt.aot"))
                .noneSatisfy(line -> assertThat(line).endsWith("other.jar"));
        assertThat(layers.stream().flatMap(List::stream).filter(line -> !line.contains(" 0/0 ")))
                .as("of another than root")
                .hasSize(1);
    }

    private static String line(final JsonNode array) {
        return array.toString().replace("\",\"", "\", \"");
    }
}

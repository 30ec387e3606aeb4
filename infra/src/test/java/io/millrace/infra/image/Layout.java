package io.millrace.infra.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An image in a tar, unpacked: an OCI layout, read as those read it who fetch images. */
record Layout(Path folder) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static Layout of(final Path tar, final Path folder) {
        run("tar", "-xf", tar.toString(), "-C", folder.toString());
        return new Layout(folder);
    }

    JsonNode file(final String name) {
        return MAPPER.readTree(folder.resolve(name).toFile());
    }

    /** The one manifest that the index names. */
    JsonNode manifest() {
        return json(file("index.json").at("/manifests/0"));
    }

    JsonNode config() {
        return json(manifest().at("/config"));
    }

    JsonNode json(final JsonNode descriptor) {
        return MAPPER.readTree(blob(descriptor).toFile());
    }

    List<JsonNode> layers() {
        return manifest().at("/layers").valueStream().toList();
    }

    Path blob(final JsonNode descriptor) {
        return folder.resolve("blobs", descriptor.at("/digest").asString().replace(':', '/'));
    }

    /** What lies in a layer, whose it is, and how. */
    List<String> content(final JsonNode layer) {
        return run("tar", "--numeric-owner", "-tvzf", blob(layer).toString())
                .lines()
                .toList();
    }

    static String digest(final Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return digest(in);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String digestUnpacked(final Path file) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return digest(in);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(final InputStream in) throws IOException {
        try {
            final MessageDigest sum = MessageDigest.getInstance("SHA-256");
            final byte[] buffer = new byte[65_536];
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                sum.update(buffer, 0, read);
            }
            return "sha256:" + HexFormat.of().formatHex(sum.digest());
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a command says; it must end well. */
    static String run(final String... command) {
        try {
            final Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            final String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said);
            }
            return said;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package io.millrace.infra.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What is in a backup: written last, so that a backup without one is none. */
public record Manifest(List<Saved> topics, Map<String, List<Place>> groups) {

    private static final String FILE = "manifest.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A topic as it was: where each partition ended, how many records it had, and the hash of its file. */
    public record Saved(String name, Map<String, String> settings, List<Long> ends, List<Long> counts, String sha256) {

        long records() {
            return counts.stream().mapToLong(Long::longValue).sum();
        }
    }

    /** How far a group had got: how many records of the partition were still before it. */
    public record Place(String topic, int partition, long left, String metadata) {}

    public long records() {
        return topics.stream().mapToLong(Saved::records).sum();
    }

    void write(final Path folder) {
        try {
            Files.write(
                    folder.resolve(FILE), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Manifest in(final Path folder) {
        final Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            throw new BackupException(folder + " is no backup: it has no " + FILE + ".");
        }
        try {
            return JSON.readValue(Files.readAllBytes(file), Manifest.class);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

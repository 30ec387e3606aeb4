package io.millrace.infra.shipped;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One library of others, as the bill of materials has it. */
record Component(String group, String name, String version, List<String> licences, String purl) {

    private static final String OURS = "io.millrace";

    /** All of them but our own, by their names. */
    static List<Component> of(final Path sbom) {
        try {
            final JsonNode bill = JsonMapper.builder().build().readTree(Files.readString(sbom));
            final List<Component> all = new ArrayList<>();
            bill.path("components").forEach(it -> all.add(of(it)));
            return all.stream()
                    .filter(it -> !it.group().equals(OURS))
                    .sorted(Comparator.comparing(Component::group).thenComparing(Component::name))
                    .toList();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Component of(final JsonNode it) {
        final List<String> licences = new ArrayList<>();
        it.path("licenses").forEach(one -> licences.add(licence(one)));
        return new Component(
                it.path("group").asString(""),
                it.path("name").asString(""),
                it.path("version").asString(""),
                List.copyOf(licences),
                it.path("purl").asString(""));
    }

    private static String licence(final JsonNode one) {
        if (one.has("expression")) {
            return one.get("expression").asString();
        }
        final JsonNode licence = one.path("license");
        return licence.path("id").asString(licence.path("name").asString(""));
    }
}

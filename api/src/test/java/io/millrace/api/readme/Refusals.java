package io.millrace.api.readme;

import io.millrace.backbone.Business;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which codes a business refuses with, as its rules' sources say. */
final class Refusals {

    private static final Pattern WITH_CODE = Pattern.compile(
            "Refusal\\s*\\.(conflict|unprocessable|forbidden|unknown|of)\\(\\s*(?:RefusalKind\\.(\\w+),\\s*)?(\"?)([A-Z_]+)\"?\\s*,");
    private static final Pattern NOT_FOUND = Pattern.compile("Refusal\\s*\\.unknown\\((?!\\s*\"[A-Z_]+\"\\s*,)");
    private static final Pattern WRONG_STATE = Pattern.compile("Refusal\\s*\\.wrongState\\(");
    private static final Pattern CONSTANT = Pattern.compile("String (\\w+) = \"([A-Z_]+)\";");

    private static final Map<String, String> STATUS = Map.of(
            "conflict", "409",
            "unprocessable", "422",
            "forbidden", "403",
            "unknown", "404",
            "UNAUTHENTICATED", "401",
            "MALFORMED", "400");

    private Refusals() {}

    /** Statuses by code. */
    static Map<String, Set<String>> of(final Business business) {
        final String sources = sources(business);
        final Map<String, String> constants = new TreeMap<>();
        CONSTANT.matcher(sources).results().forEach(it -> constants.put(it.group(1), it.group(2)));
        final Map<String, Set<String>> codes = new TreeMap<>();
        WITH_CODE.matcher(sources).results().forEach(it -> {
            final String kind = it.group(1).equals("of") ? it.group(2) : it.group(1);
            final String code = it.group(3).isEmpty() ? constants.get(it.group(4)) : it.group(4);
            put(codes, code, STATUS.get(kind));
        });
        NOT_FOUND.matcher(sources).results().forEach(_ -> put(codes, "NOT_FOUND", "404"));
        WRONG_STATE.matcher(sources).results().forEach(_ -> put(codes, "WRONG_STATE", "409"));
        if (business.opening() != null) {
            put(codes, business.opening().code(), "404");
        }
        return codes;
    }

    private static void put(
            final Map<String, Set<String>> codes, final @Nullable String code, final @Nullable String status) {
        if (code == null || status == null) {
            throw new IllegalStateException("a refusal whose code or kind this can't read");
        }
        codes.computeIfAbsent(code, _ -> new TreeSet<>()).add(status);
    }

    private static String sources(final Business business) {
        final Path folder = Paper.ROOT.resolve("topology/src/main/java/io/millrace/" + business.name());
        try (Stream<Path> files = Files.list(folder)) {
            final StringBuilder all = new StringBuilder();
            for (final Path file : files.sorted().toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

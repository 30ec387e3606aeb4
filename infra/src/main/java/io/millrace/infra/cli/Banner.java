package io.millrace.infra.cli;

import io.millrace.backbone.Business;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What runs where, and what to try first. */
final class Banner {

    private Banner() {}

    static String of(
            final String scheme,
            final boolean secured,
            final int port,
            final String kafka,
            final String registry,
            final Path data,
            final List<Business> businesses) {
        final String names = businesses.stream().map(Business::name).collect(Collectors.joining(", "));
        return """

                Millrace is up.
                  HTTP       %s://localhost:%d   (a page for every role; /backbone, /docs)
                  Kafka      %s   registry %s
                  businesses %s
                  data       %s
                  %s; Ctrl-C stops it
                """.formatted(
                scheme, port, kafka, registry, names, data.toAbsolutePath().normalize(), reach(secured));
    }

    private static String reach(final boolean secured) {
        return secured
                ? "secured: everything that is not for everybody asks for a role"
                : "open to everybody on this machine, and to nobody else";
    }
}

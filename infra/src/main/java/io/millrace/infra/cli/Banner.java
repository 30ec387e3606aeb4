package io.millrace.infra.cli;

import io.millrace.backbone.Business;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What runs where, and what to try first. */
final class Banner {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

    private Banner() {}

    static String of(
            final String host,
            final int port,
            final String kafka,
            final String registry,
            final Path data,
            final List<Business> businesses) {
        final String names = businesses.stream().map(Business::name).collect(Collectors.joining(", "));
        return """

                Millrace is up.
                  HTTP       http://localhost:%d   (a page for every role; /backbone, /docs)
                  Kafka      %s   registry %s
                  businesses %s
                  data       %s
                  open to everybody %s; Ctrl-C stops it
                """.formatted(port, kafka, registry, names, data.toAbsolutePath().normalize(), reach(host));
    }

    private static String reach(final String host) {
        return LOOPBACK.contains(host) ? "on this machine, and to nobody else" : "who reaches " + host;
    }
}

package io.millrace.infra.config;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page that explains every setting, made of the settings themselves. */
final class Manual {

    private static final String HEAD = """
            # Configuration

            Made from the settings themselves, and checked by a test: `./mvnw test -pl infra -am -Dmillrace.golden=write
            -Dtest=ManualTest -Dsurefire.failIfNoSpecifiedTests=false` writes it anew.

            A setting comes from a file (`--config`, or `MILLRACE_CONFIG`; lines `key = value`), from the environment, and
            from flags; the later of these has the last word. A key that nobody reads is refused. `./millrace config` with
            the same arguments as `./millrace up` prints what holds and where it came from.

            | key | flag | environment | default | what it does | why |
            |---|---|---|---|---|---|
            """;

    private static final String SECRETS = """

            ## Secrets

            From the environment, or from a file that a setting names; never from a flag, which everybody on the machine
            can read, and never shown.

            | environment | or the file of | what it does |
            |---|---|---|
            """;

    private static final String LAUNCHER = """

            ## The launcher

            `./millrace` looks at these before there is a process.

            | environment | default | what it does | why |
            |---|---|---|---|
            """;

    private Manual() {}

    static String of(final List<Setting> settings) {
        return HEAD
                + settings.stream().map(Manual::line).collect(Collectors.joining())
                + SECRETS
                + Arrays.stream(Secret.values())
                        .map(it -> row("`" + it.variable() + "`", "`" + it.file() + "`", it.does()))
                        .collect(Collectors.joining())
                + LAUNCHER
                + Arrays.stream(Launch.values())
                        .map(it -> row("`" + it.name() + "`", code(it.usual()), it.does(), it.why()))
                        .collect(Collectors.joining());
    }

    private static String line(final Setting it) {
        return row(
                "`" + it.key() + "`",
                "`" + it.flag() + "`",
                "`" + it.variable() + "`",
                code(it.usual()),
                it.does().replaceAll("\\$\\{COMPLETION-CANDIDATES}", "see the dictionary"),
                it.why());
    }

    private static String row(final String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String code(final @Nullable String value) {
        return value == null || value.isEmpty() ? "–" : "`" + value + "`";
    }
}

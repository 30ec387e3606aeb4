package io.millrace.infra.cli;

import io.millrace.infra.pages.Instance;
import io.millrace.infra.pages.Rebuild;
import io.millrace.infra.pages.RefusedByInstanceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code millrace pages}: pages made anew beside those that are shown, without anybody noticing. */
@Command(
        name = "pages",
        description = "Make a business's pages anew from its journal, compare, and show them, while everything runs.",
        mixinStandardHelpOptions = true)
final class PagesCommand implements Runnable {

    private static final int DIFFERENT = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        Terminal.say(spec.commandLine().getUsageMessage());
    }

    /** Which instance. */
    static final class Where {

        @Option(
                names = "--url",
                defaultValue = "http://localhost:8080",
                description = "Any running instance (${DEFAULT-VALUE}).")
        private URI url = URI.create("http://localhost:8080");

        @Option(names = "--user", description = "An admin, where instances ask who it is.")
        private @Nullable String user;

        @Option(names = "--password-file", description = "The admin's password.")
        private @Nullable Path password;

        private int at(final ToIntFunction<Instance> what) {
            try (Instance instance = new Instance(
                    url,
                    user,
                    password == null ? null : Files.readString(password).strip())) {
                return what.applyAsInt(instance);
            } catch (final IOException e) {
                throw new UncheckedIOException("The password can't be read.", e);
            }
        }
    }

    @Command(name = "status", description = "Tell which generations there are.", mixinStandardHelpOptions = true)
    int status(
            @Mixin final Where where,
            @Parameters(paramLabel = "BUSINESS", arity = "0..1", defaultValue = "") final String business) {
        return where.at(instance -> {
            instance.ask("GET", "/pages" + (business.isEmpty() ? "" : "?business=" + business), "")
                    .get("items")
                    .forEach(PagesCommand::tell);
            return 0;
        });
    }

    @Command(
            name = "rebuild",
            description = "Make another generation, and compare it with the one that is shown.",
            mixinStandardHelpOptions = true)
    int rebuild(@Mixin final Where where, @Parameters(paramLabel = "BUSINESS") final String business) {
        return where.at(instance -> {
            final long begun = System.nanoTime();
            final int number = new Rebuild(instance, Terminal::aside).of(business);
            Terminal.say("generation %d of %s: made in %d ms".formatted(number, business, millis(begun)));
            return compare(instance, business);
        });
    }

    @Command(
            name = "compare",
            description = "Compare the newest generation with the one that is shown, row by row.",
            mixinStandardHelpOptions = true)
    int compare(@Mixin final Where where, @Parameters(paramLabel = "BUSINESS") final String business) {
        return where.at(instance -> compare(instance, business));
    }

    @Command(
            name = "swap",
            description = "Show the newest generation, if it shows the same.",
            mixinStandardHelpOptions = true)
    int swap(
            @Mixin final Where where,
            @Parameters(paramLabel = "BUSINESS") final String business,
            @Option(names = "--back", description = "Show the one again that was shown before.") final boolean back,
            @Option(names = "--accept", description = "What is different is meant to be.") final boolean accept) {
        return where.at(instance -> {
            final long begun = System.nanoTime();
            try {
                final JsonNode swapped = instance.ask(
                        "POST", "/pages/" + business + "/swap", "{\"back\":" + back + ",\"accept\":" + accept + "}");
                Terminal.say("generation %d of %s: shown after %d ms"
                        .formatted(swapped.get("shown").asInt(), business, millis(begun)));
                return 0;
            } catch (final RefusedByInstanceException e) {
                e.problem().path("differences").forEach(PagesCommand::tellDifference);
                throw e;
            }
        });
    }

    @Command(
            name = "clean",
            description = "Do away with a generation that isn't shown.",
            mixinStandardHelpOptions = true)
    int clean(
            @Mixin final Where where,
            @Parameters(paramLabel = "BUSINESS") final String business,
            @Parameters(paramLabel = "GENERATION") final int generation) {
        return where.at(instance -> {
            instance.ask("DELETE", "/pages/" + business + "/" + generation, "");
            Terminal.say("generation %d of %s: gone".formatted(generation, business));
            return 0;
        });
    }

    private static int compare(final Instance instance, final String business) {
        final long begun = System.nanoTime();
        final JsonNode report = instance.ask("GET", "/pages/" + business + "/comparison", "");
        report.get("differences").forEach(PagesCommand::tellDifference);
        final boolean same = report.get("same").asBoolean();
        Terminal.say("generation %d of %s: %s, %d rows of %d desks compared with generation %d in %d ms"
                .formatted(
                        report.get("compared").asInt(),
                        business,
                        same ? "the same" : "different",
                        report.get("rows").asLong(),
                        report.get("desks").asLong(),
                        report.get("shown").asInt(),
                        millis(begun)));
        return same ? 0 : DIFFERENT;
    }

    private static void tell(final JsonNode pages) {
        pages.get("generations")
                .forEach(it -> Terminal.say("%-12s %3d  %-8s  waiting %s  since %s"
                        .formatted(
                                pages.get("business").asString(),
                                it.get("generation").asInt(),
                                it.get("state").asString(),
                                it.path("waiting").asString("?"),
                                since(it.get("since").asString()))));
    }

    /** The first generation was never begun: it was always there. */
    private static String since(final String at) {
        return at.equals(Instant.EPOCH.toString()) ? "ever" : at;
    }

    private static void tellDifference(final JsonNode it) {
        Terminal.say(it.get("page").asString() + " " + it.get("key").asString() + " at "
                + it.get("desk").asString() + "@" + it.get("at").asString());
        it.get("fields")
                .properties()
                .forEach(field -> Terminal.say("    " + field.getKey() + ": "
                        + field.getValue().get("before").asString() + " → "
                        + field.getValue().get("after").asString()));
    }

    private static long millis(final long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }
}

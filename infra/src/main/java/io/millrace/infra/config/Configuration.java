package io.millrace.infra.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What holds, and where it came from. Of secrets it says only that they are there. */
public record Configuration(List<Held> settings) {

    private static final String MASK = "******";
    private static final String ABSENT = "not set";

    /** The value is null if it isn't set. */
    public record Held(String key, @Nullable String value, String origin) {}

    /** As a command would understand these arguments. */
    public static Configuration of(final CommandLine command, final Sources sources, final String... arguments) {
        refuseUnknown(command, sources);
        final ParseResult parsed = command.setDefaultValueProvider(sources).parseArgs(arguments);
        final List<Held> held = new ArrayList<>();
        for (final OptionSpec option : command.getCommandSpec().options()) {
            if (Setting.isOne(option)) {
                held.add(held(option, parsed, sources, command));
            }
        }
        for (final Secret secret : Secret.values()) {
            final boolean there = secret.value(sources.environment()) != null;
            held.add(new Held(
                    secret.variable(), there ? MASK : null, there ? "environment" : "default, see " + secret.file()));
        }
        return new Configuration(List.copyOf(held));
    }

    /** Ends the command in words if the file or the environment says something that nobody reads. */
    public static void refuseUnknown(final CommandLine command, final Sources sources) {
        final List<String> unknown = sources.unknown(Setting.of(command.getCommandSpec()));
        if (!unknown.isEmpty()) {
            throw new ParameterException(
                    command,
                    "There is no such setting: " + String.join("; ", unknown)
                            + ". What there is, stands in docs/configuration.md.");
        }
    }

    private static Held held(
            final OptionSpec option, final ParseResult parsed, final Sources sources, final CommandLine command) {
        final Setting setting = Setting.of(command.getCommandSpec()).stream()
                .filter(it -> it.key().equals(Setting.key(option)))
                .findFirst()
                .orElseThrow();
        final boolean flagged = parsed.hasMatchedOption(option);
        return new Held(
                setting.key(), text(option.getValue()), flagged ? "flag, " + setting.flag() : sources.origin(setting));
    }

    private static @Nullable String text(final @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Collection<?> many -> many.stream().map(String::valueOf).collect(Collectors.joining(","));
            default -> value.toString();
        };
    }

    /** A line for each. */
    public String table() {
        final int width =
                settings.stream().mapToInt(it -> it.key().length()).max().orElse(0);
        return settings.stream()
                .map(it -> "%%-%ds  %%-28s  (%%s)"
                        .formatted(width)
                        .formatted(it.key(), it.value() == null ? ABSENT : it.value(), it.origin()))
                .collect(Collectors.joining("\n"));
    }
}

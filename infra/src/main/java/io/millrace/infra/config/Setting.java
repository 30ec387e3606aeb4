package io.millrace.infra.config;

import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Something that can be set: by {@code --key}, by {@code MILLRACE_KEY}, or by {@code key = value} in a file. */
public record Setting(String key, @Nullable String usual, String does, String why) {

    private static final String ENVIRONMENT = "MILLRACE_";
    private static final List<String> OF_EVERY_COMMAND = List.of("help", "version", "verbose", Sources.CONFIG);

    /** Every setting of a command. What is hidden is none. */
    public static List<Setting> of(final CommandSpec command) {
        return command.options().stream()
                .filter(Setting::isOne)
                .map(Setting::of)
                .toList();
    }

    static boolean isOne(final OptionSpec option) {
        return !option.hidden() && !OF_EVERY_COMMAND.contains(key(option));
    }

    private static Setting of(final OptionSpec option) {
        return new Setting(
                key(option),
                option.defaultValue(),
                String.join(" ", option.description()).replaceAll(" \\(\\$\\{DEFAULT-VALUE}\\)", ""),
                why(option).orElse(""));
    }

    private static Optional<String> why(final OptionSpec option) {
        return option.userObject() instanceof AnnotatedElement field && field.getAnnotation(Why.class) instanceof Why it
                ? Optional.of(it.value())
                : Optional.empty();
    }

    static String key(final OptionSpec option) {
        return option.longestName().replaceFirst("^--", "");
    }

    String flag() {
        return "--" + key;
    }

    public String variable() {
        return variable(key);
    }

    static String variable(final String key) {
        return ENVIRONMENT + key.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}

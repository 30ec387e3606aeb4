package io.millrace.infra.config;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Where settings come from when no flag gives them: first the environment, else the file, if there is one. */
public final class Sources implements IDefaultValueProvider {

    /** The flag that names the file. */
    public static final String CONFIG = "config";

    private static final String PREFIX = "MILLRACE_";

    private final Map<String, String> environment;
    private final @Nullable Path file;
    private final Properties lines;

    private Sources(final Map<String, String> environment, final @Nullable Path file, final Properties lines) {
        this.environment = environment;
        this.file = file;
        this.lines = lines;
    }

    /** The file is named by a flag or in the environment, and read before anything else is. */
    public static Sources of(final String[] arguments, final Map<String, String> environment) {
        final Path file = flagged(CONFIG, arguments)
                .or(() -> Optional.ofNullable(environment.get(Setting.variable(CONFIG))))
                .map(Path::of)
                .orElse(null);
        return new Sources(environment, file, file == null ? new Properties() : read(file));
    }

    /** What is needed before arguments are understood: a flag's word, or else the environment's, or the file's. */
    public Optional<String> early(final String key, final String[] arguments) {
        return flagged(key, arguments).or(() -> Optional.ofNullable(value(key)));
    }

    private static Optional<String> flagged(final String key, final String[] arguments) {
        final List<String> all = Arrays.asList(arguments);
        final String flag = "--" + key;
        final int at = all.indexOf(flag);
        if (at >= 0 && at + 1 < all.size()) {
            return Optional.of(all.get(at + 1));
        }
        return all.stream()
                .filter(it -> it.startsWith(flag + "="))
                .map(it -> it.substring(flag.length() + 1))
                .findFirst();
    }

    private static Properties read(final Path file) {
        final Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (final IOException e) {
            throw new UncheckedIOException("the configuration can't be read from " + file, e);
        }
        return lines;
    }

    /** What nobody reads: a mistyped name must not be taken for a setting that holds. */
    public List<String> unknown(final List<Setting> settings) {
        final Set<String> keys = settings.stream().map(Setting::key).collect(Collectors.toSet());
        final Set<String> variables = settings.stream().map(Setting::variable).collect(Collectors.toSet());
        Arrays.stream(Secret.values()).map(Secret::variable).forEach(variables::add);
        variables.add(Setting.variable(CONFIG));
        final List<String> unknown = new ArrayList<>();
        for (final String name : new TreeSet<>(lines.stringPropertyNames())) {
            if (!keys.contains(name)) {
                unknown.add(name + " in " + file);
            }
        }
        for (final String name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith(PREFIX) && !variables.contains(name) && !Launch.knows(name)) {
                unknown.add(name + " in the environment");
            }
        }
        return unknown;
    }

    @Override
    public @Nullable String defaultValue(final ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || !Setting.isOne(option)) {
            return null;
        }
        return value(Setting.key(option));
    }

    private @Nullable String value(final String key) {
        final String value = environment.get(Setting.variable(key));
        final String line = lines.getProperty(key);
        return value != null || line == null ? value : line.strip();
    }

    /** Where a setting comes from that no flag gives. */
    String origin(final Setting setting) {
        if (environment.containsKey(setting.variable())) {
            return "environment, " + setting.variable();
        }
        return lines.containsKey(setting.key()) ? "file, " + file : "default";
    }

    Map<String, String> environment() {
        return environment;
    }
}

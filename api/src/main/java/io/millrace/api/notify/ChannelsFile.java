package io.millrace.api.notify;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a properties file such as
 *
 * <pre>
 * channels = stream, log
 * channels.cafe.gangnam = stream, till
 * webhook.till.url = https://till.example/notices
 * webhook.till.secret-env = TILL_SECRET
 * </pre>
 *
 * Secrets stand in the environment or in files of their own, never here.
 */
public final class ChannelsFile {

    private static final Pattern HOOK = Pattern.compile("webhook\\.([a-z0-9][a-z0-9-]{0,39})\\.([a-z-]+)");
    private static final Set<String> ABOUT_HOOKS =
            Set.of("url", "secret-env", "secret-file", "at-once", "timeout", "private");
    private static final int SHORTEST_SECRET = 16;

    private final Properties properties;
    private final Path from;
    private final Set<String> businesses;
    private final UnaryOperator<@Nullable String> environment;

    private ChannelsFile(
            final Properties properties,
            final Path from,
            final Set<String> businesses,
            final UnaryOperator<@Nullable String> environment) {
        this.properties = properties;
        this.from = from;
        this.businesses = businesses;
        this.environment = environment;
    }

    /** Throws {@link ChannelsException} if anything in it is not right. */
    public static Channels read(
            final Path file, final Set<String> businesses, final UnaryOperator<@Nullable String> environment) {
        final Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (final IOException | IllegalArgumentException e) {
            throw new ChannelsException(file + " can't be read: " + e.getMessage());
        }
        return new ChannelsFile(properties, file, businesses, environment).channels();
    }

    private Channels channels() {
        final Map<String, Webhook> webhooks = new HashMap<>();
        final Map<String, List<String>> byPlace = new HashMap<>();
        for (final String key : new TreeSet<>(properties.stringPropertyNames())) {
            final Matcher hook = HOOK.matcher(key);
            if (hook.matches() && ABOUT_HOOKS.contains(hook.group(2))) {
                webhooks.computeIfAbsent(hook.group(1), this::webhook);
            } else if (!key.equals("channels") && !isPlace(key)) {
                throw wrong(key, "is not known");
            }
        }
        for (final String key : properties.stringPropertyNames()) {
            if (key.startsWith("channels")) {
                byPlace.put(key.equals("channels") ? Channels.EVERYWHERE : key.substring(9), names(key, webhooks));
            }
        }
        return new Channels(Map.copyOf(byPlace), Map.copyOf(webhooks));
    }

    private boolean isPlace(final String key) {
        final String[] parts = key.split("\\.", 3);
        return parts.length > 1 && parts[0].equals("channels") && businesses.contains(parts[1]);
    }

    private List<String> names(final String key, final Map<String, Webhook> webhooks) {
        final List<String> names = List.of(text(key).split("\\s*,\\s*")).stream()
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        for (final String name : names) {
            if (!name.equals(Channels.STREAM) && !name.equals(Channels.LOG) && !webhooks.containsKey(name)) {
                throw wrong(key, "names " + name + ", which is neither stream nor log nor a webhook of this file");
            }
        }
        return names;
    }

    private Webhook webhook(final String name) {
        final String about = "webhook." + name + ".";
        if (name.equals(Channels.STREAM) || name.equals(Channels.LOG)) {
            throw wrong(about + "url", "needs another name");
        }
        final boolean near = Boolean.parseBoolean(properties.getProperty(about + "private", "false"));
        return new Webhook(
                name,
                url(about + "url", near),
                secret(about),
                number(about + "at-once", 4, 64),
                duration(about + "timeout"),
                near);
    }

    private URI url(final String key, final boolean near) {
        try {
            final URI url = new URI(text(key));
            final boolean sealed = "https".equalsIgnoreCase(url.getScheme());
            if (url.getHost() == null || url.getUserInfo() != null || !sealed && !"http".equals(url.getScheme())) {
                throw wrong(key, "must be an address such as https://till.example/notices");
            }
            if (!sealed && !near) {
                throw wrong(key, "must be https, unless the webhook is private: notices name people");
            }
            return url;
        } catch (final URISyntaxException e) {
            throw wrong(key, "is no address: " + e.getMessage());
        }
    }

    private byte[] secret(final String about) {
        final String variable = properties.getProperty(about + "secret-env");
        final String file = properties.getProperty(about + "secret-file");
        if (variable == null == (file == null)) {
            throw wrong(about + "secret-env", "or secret-file is needed, one of them: what is sent is signed with it");
        }
        final String secret = variable != null ? environment.apply(variable) : fileText(about, String.valueOf(file));
        if (secret == null || secret.length() < SHORTEST_SECRET) {
            throw wrong(
                    about + (variable != null ? "secret-env" : "secret-file"),
                    "holds no secret of at least " + SHORTEST_SECRET + " characters");
        }
        return secret.getBytes(StandardCharsets.UTF_8);
    }

    private String fileText(final String about, final String file) {
        try {
            return Files.readString(from.toAbsolutePath().resolveSibling(file)).strip();
        } catch (final IOException e) {
            throw wrong(about + "secret-file", "can't be read: " + e.getMessage());
        }
    }

    private int number(final String key, final int usual, final int most) {
        final String text = properties.getProperty(key, Integer.toString(usual)).strip();
        if (!text.matches("[1-9]\\d{0,2}") || Integer.parseInt(text) > most) {
            throw wrong(key, "must be a number from 1 to " + most);
        }
        return Integer.parseInt(text);
    }

    private Duration duration(final String key) {
        try {
            final Duration duration =
                    Duration.parse(properties.getProperty(key, "PT5S").strip());
            if (duration.isPositive() && duration.compareTo(Duration.ofMinutes(1)) <= 0) {
                return duration;
            }
        } catch (final DateTimeParseException e) {
            throw wrong(key, "must be a duration such as PT5S: " + e.getMessage());
        }
        throw wrong(key, "must be a duration of at most a minute");
    }

    private String text(final String key) {
        final String text = properties.getProperty(key);
        if (text == null) {
            throw wrong(key, "is missing");
        }
        return text.strip();
    }

    private ChannelsException wrong(final String key, final String what) {
        return new ChannelsException(from + ": " + key + " " + what + ".");
    }
}

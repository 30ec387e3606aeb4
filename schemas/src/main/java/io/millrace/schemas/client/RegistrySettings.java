package io.millrace.schemas.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where registries are and how to sign in to them, read from the setting names every Kafka client knows. */
record RegistrySettings(
        List<URI> urls, Optional<String> authorization, Duration connectTimeout, Duration requestTimeout) {

    static final String URL = "schema.registry.url";
    static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";
    static final String USER_INFO = "basic.auth.user.info";
    static final String BEARER_TOKEN = "bearer.auth.token";
    static final String CONNECT_TIMEOUT = "http.connect.timeout.ms";
    static final String READ_TIMEOUT = "http.read.timeout.ms";

    static RegistrySettings of(final Map<String, ?> config) {
        final List<String> given = urls(config);
        return new RegistrySettings(
                given.stream().map(RegistrySettings::withoutUserInfo).toList(),
                authorization(config, given),
                millis(config, CONNECT_TIMEOUT, 2_000),
                millis(config, READ_TIMEOUT, 5_000));
    }

    /** The comma list as it was given; may hold credentials, so it is not for messages. */
    static List<String> urls(final Map<String, ?> config) {
        final String list = text(config, URL).orElse("");
        final List<String> urls = Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .toList();
        if (urls.isEmpty()) {
            throw new RegistryException("'" + URL + "' is not set: give http://host:port, several with commas,"
                    + " or mock://scope for a registry in memory");
        }
        return urls;
    }

    private static URI withoutUserInfo(final String url) {
        final URI uri = parse(url);
        if (!"http".equals(uri.getScheme()) && !"https".equals(uri.getScheme()) || uri.getHost() == null) {
            throw new RegistryException("'" + URL + "' holds something that is not http://host:port or https://…");
        }
        final int port = uri.getPort();
        final String path = uri.getRawPath().replaceAll("/+$", "");
        return parse(uri.getScheme() + "://" + uri.getHost() + (port < 0 ? "" : ":" + port) + path);
    }

    private static URI parse(final String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            // The cause would show the URL, and with it a password that may be in it.
            throw new RegistryException("'" + URL + "' holds something that is not a URL");
        }
    }

    private static Optional<String> authorization(final Map<String, ?> config, final List<String> urls) {
        final Optional<String> token = text(config, BEARER_TOKEN);
        if (token.isPresent()) {
            return token.map(it -> "Bearer " + it);
        }
        final String source = text(config, CREDENTIALS_SOURCE).orElse("URL");
        final Optional<String> userInfo = switch (source) {
            case "USER_INFO" -> text(config, USER_INFO);
            case "URL" ->
                urls.stream()
                        .map(it -> userInfo(parse(it)))
                        .flatMap(Optional::stream)
                        .findFirst();
            default ->
                throw new RegistryException(
                        "'" + CREDENTIALS_SOURCE + "' is '" + source + "': only USER_INFO and URL are known here");
        };
        if (userInfo.isEmpty() && source.equals("USER_INFO")) {
            throw new RegistryException("'" + CREDENTIALS_SOURCE + "' is USER_INFO but '" + USER_INFO
                    + "' is not set: give it as user:password");
        }
        return userInfo.map(it -> "Basic " + Base64.getEncoder().encodeToString(it.getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<String> userInfo(final URI url) {
        return Optional.ofNullable(url.getUserInfo());
    }

    private static Duration millis(final Map<String, ?> config, final String name, final long otherwise) {
        final String value = text(config, name).orElse(String.valueOf(otherwise));
        try {
            return Duration.ofMillis(Long.parseLong(value));
        } catch (NumberFormatException e) {
            throw new RegistryException("'" + name + "' is '" + value + "': it must be a number of milliseconds", e);
        }
    }

    private static Optional<String> text(final Map<String, ?> config, final String name) {
        final @Nullable Object value = config.get(name);
        return Optional.ofNullable(value).map(String::valueOf).filter(it -> !it.isBlank());
    }

    /** Without what signs in: this ends up in logs. */
    @Override
    public String toString() {
        return "RegistrySettings[" + urls + (authorization.isPresent() ? ", signed in" : "") + "]";
    }
}

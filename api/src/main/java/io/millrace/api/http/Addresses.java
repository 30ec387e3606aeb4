package io.millrace.api.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text as it may stand in an address. */
final class Addresses {

    private Addresses() {}

    static String encoded(final String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

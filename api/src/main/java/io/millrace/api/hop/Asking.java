package io.millrace.api.hop;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A read as it is passed on: its address, and the headers that its answer depends on. */
record Asking(String path, Map<String, String> headers) {

    private static final List<String> PASSED_ON =
            List.of("Accept", "Accept-Language", "Authorization", "Cookie", "Journal-Token");

    private static final String FIT = "-._~!$&'()*+,;=:@/?%";

    static Asking of(final Context ctx) {
        final Map<String, String> headers = new TreeMap<>();
        for (final String name : PASSED_ON) {
            final String value = ctx.header(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        final String query = ctx.req().getQueryString();
        return new Asking(fit(ctx.req().getRequestURI() + (query == null ? "" : "?" + query)), headers);
    }

    /** The server takes addresses with characters in them that a client must not send. */
    private static String fit(final String address) {
        final StringBuilder fit = new StringBuilder(address.length());
        for (final byte b : address.getBytes(StandardCharsets.UTF_8)) {
            final char c = (char) (b & 0xff);
            if (c < 128 && Character.isLetterOrDigit(c) || FIT.indexOf(c) >= 0) {
                fit.append(c);
            } else {
                fit.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return fit.toString();
    }
}

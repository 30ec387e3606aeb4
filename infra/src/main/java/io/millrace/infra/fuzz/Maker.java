package io.millrace.infra.fuzz;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes requests of a description, as somebody or as nobody: half of them as it wants them, the others broken in one way or several. */
final class Maker {

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "X");
    private static final List<String> TYPES = List.of(
            "text/plain", "application/xml", "application/json; charset=utf-16", "", "application/json;;;", "json");
    private static final List<String> HEADERS = List.of(
            "Idempotency-Key",
            "Journal-Token",
            "Prefer",
            "Authorization",
            "Cookie",
            "Accept",
            "Last-Event-ID",
            "Origin",
            "If-None-Match",
            "Millrace-Hop",
            "X-Forwarded-For",
            "Content-Encoding");

    private static final String OWN_SESSION = "/people/sessions/current";

    /** As these, one request in four is sent by nobody. */
    private static final int SIGNED = 3;

    private static final int WAITS = 1_000;

    private final List<Operation> operations;
    private final Cast cast;
    private final RandomGenerator random;
    private final Good good;
    private final Bad bad;

    Maker(final List<Operation> operations, final Cast cast, final RandomGenerator random) {
        this.operations = operations;
        this.cast = cast;
        this.random = random;
        this.good = new Good(random);
        this.bad = new Bad(random);
    }

    Request next() {
        final boolean broken = random.nextBoolean();
        final Operation operation = bad.pick(operations);
        final String method = broken && random.nextInt(12) == 0 ? bad.pick(METHODS) : operation.method();
        final StringBuilder head = new StringBuilder(method).append(' ').append(address(operation, broken));
        head.append(" HTTP/1.1\r\nHost: localhost\r\n");
        headers(operation, broken, head);
        signIn(operation, head);
        byte[] body = new byte[0];
        if (operation.body() != null) {
            final String json = good.value(operation.body()).toString();
            final boolean wrong = broken && random.nextInt(3) > 0;
            body = wrong ? bad.body(json) : json.getBytes(StandardCharsets.UTF_8);
            head.append("Content-Type: ")
                    .append(broken && random.nextInt(8) == 0 ? bad.pick(TYPES) : "application/json")
                    .append("\r\n");
        }
        if (operation.body() != null || broken && random.nextInt(10) == 0) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return new Request(method, bytes.toByteArray(), broken);
    }

    private String address(final Operation operation, final boolean broken) {
        final StringBuilder address = new StringBuilder();
        for (final String segment : operation.path().substring(1).split("/", -1)) {
            final boolean named = segment.startsWith("{");
            address.append('/');
            if (broken && random.nextInt(named ? 4 : 40) == 0) {
                address.append(bad.segment());
            } else {
                address.append(named ? good.name() : segment);
            }
        }
        final List<String> query = new ArrayList<>();
        for (final Operation.Parameter parameter : operation.parameters()) {
            if (parameter.in().equals("query") && random.nextInt(3) == 0) {
                final boolean wrong = broken && random.nextBoolean();
                final String value =
                        wrong ? bad.text() : good.value(parameter.schema()).asString();
                query.add(parameter.name() + "="
                        + (wrong && random.nextBoolean()
                                ? fit(value)
                                : URLEncoder.encode(value, StandardCharsets.UTF_8)));
            }
        }
        if (broken && random.nextInt(10) == 0) {
            query.add(fit(bad.text()) + (random.nextBoolean() ? "=1" : ""));
        }
        return fit(address.toString()) + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private void headers(final Operation operation, final boolean broken, final StringBuilder head) {
        if (!operation.method().equals("GET") && random.nextInt(4) == 0) {
            head.append("Idempotency-Key: k").append(random.nextInt(50)).append("\r\n");
        }
        if (broken && random.nextInt(WAITS) == 0) {
            head.append("Journal-Token: cafe/")
                    .append(good.name())
                    .append('@')
                    .append(random.nextInt(WAITS))
                    .append("\r\n");
        } else if (broken && random.nextInt(3) == 0) {
            head.append(bad.pick(HEADERS))
                    .append(": ")
                    .append(header(bad.text()))
                    .append("\r\n");
        }
    }

    /** Where only a password counts, often with that. Nobody's session is ended, which all others need. */
    private void signIn(final Operation operation, final StringBuilder head) {
        if (!cast.sessions().isEmpty()
                && random.nextInt(SIGNED + 1) < SIGNED
                && !head.substring(0, head.indexOf("\r\n")).contains(OWN_SESSION)) {
            final boolean confirmed = operation.path().startsWith("/bank") && random.nextBoolean();
            head.append("Authorization: ")
                    .append(bad.pick(confirmed ? cast.passwords() : cast.sessions()))
                    .append("\r\n");
        }
    }

    /** Line ends would make other requests of it, which we could not tell apart. */
    private static String fit(final String text) {
        return text.replaceAll("[\\r\\n ]", "+");
    }

    private static String header(final String text) {
        return text.replaceAll("[\\r\\n]", " ");
    }
}

package io.millrace.infra.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/** Ways in which texts, bodies and addresses can be wrong. */
final class Bad {

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1.5",
            "1e400",
            "-0",
            "9223372036854775808",
            "00012",
            "NaN",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\u202Egnp.exe\u0301\"",
            "\"한국어 ☕\"",
            "\"'; DROP TABLE orders;--\"",
            "\"<script>alert(1)</script>\"",
            "\"${jndi:ldap://127.0.0.1/x}\"",
            "\"../../etc/passwd\"",
            "[]",
            "{}",
            "[[[[]]]]",
            "{\"a\":{\"a\":{\"a\":1}}}",
            "\"1\"",
            "\"9999-12-31T23:59:60Z\"",
            "\"P999999999999D\"");

    private static final List<String> SEGMENTS = List.of(
            "..",
            ".",
            "%2e%2e",
            "..%2f..%2fetc",
            "%00",
            "%ff%fe",
            "%c0%af",
            "%",
            "%zz",
            "%u0041",
            "a%20b",
            "a;jsessionid=1",
            "*",
            "-",
            "0",
            "-1",
            "99999999999999999999",
            "1e3",
            "{id}",
            "%7bid%7d",
            "\u00e9",
            "☕",
            "A",
            "//",
            "a\\b",
            "'",
            "\"",
            "<x>",
            "a?b",
            "a#b");

    private final RandomGenerator random;

    Bad(final RandomGenerator random) {
        this.random = random;
    }

    String segment() {
        return random.nextInt(10) == 0 ? "a".repeat(1 + random.nextInt(9_000)) : pick(SEGMENTS);
    }

    /** A value in a query or a header, without line ends of its own. */
    String text() {
        return switch (random.nextInt(4)) {
            case 0 -> segment();
            case 1 -> "x".repeat(random.nextInt(3_000));
            default -> pick(VALUES).replace("\"", "");
        };
    }

    /** JSON that was good, no more. */
    byte[] body(final String good) {
        return switch (random.nextInt(12)) {
            case 0 -> replaced(good, pick(VALUES)).getBytes(StandardCharsets.UTF_8);
            case 1 -> replaced(good, pick(VALUES)).getBytes(StandardCharsets.UTF_8);
            case 2 -> replaced(good, pick(VALUES)).getBytes(StandardCharsets.ISO_8859_1);
            case 3 -> good.substring(0, random.nextInt(good.length() + 1)).getBytes(StandardCharsets.UTF_8);
            case 4 ->
                good.replaceFirst("\\{(\"[^\"]+\":[^,{}\\[\\]]+)", "{$1,$1").getBytes(StandardCharsets.UTF_8);
            case 5 -> good.replaceFirst("\\{", "{\"unknown\":1,").getBytes(StandardCharsets.UTF_8);
            case 6 -> ("[".repeat(1 + random.nextInt(30_000))).getBytes(StandardCharsets.UTF_8);
            case 7 -> ("{\"a\":" + "9".repeat(1 + random.nextInt(60_000)) + "}").getBytes(StandardCharsets.UTF_8);
            case 8 ->
                replaced(good, '"' + "x".repeat(random.nextInt(70_000)) + '"').getBytes(StandardCharsets.UTF_8);
            case 9 -> good.getBytes(StandardCharsets.UTF_16);
            case 10 -> flipped(good.getBytes(StandardCharsets.UTF_8));
            default -> noise(random.nextInt(200));
        };
    }

    /** Some value of it becomes another one. */
    private String replaced(final String good, final String value) {
        final int from = good.indexOf(':', random.nextInt(good.length()));
        if (from < 0) {
            return value;
        }
        int to = from + 1;
        while (to < good.length() && ",}]".indexOf(good.charAt(to)) < 0) {
            to++;
        }
        return good.substring(0, from + 1) + value + good.substring(to);
    }

    private byte[] flipped(final byte[] good) {
        for (int n = 0; n <= random.nextInt(4); n++) {
            good[random.nextInt(good.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return good;
    }

    private byte[] noise(final int length) {
        final byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    <T> T pick(final List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}

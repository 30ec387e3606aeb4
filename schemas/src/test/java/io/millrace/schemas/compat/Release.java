package io.millrace.schemas.compat;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.avro.Schema;

/** The schemas of one release, by full name. */
record Release(String version, Map<String, Schema> schemas) implements Comparable<Release> {
    private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+)*");

    Release {
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException(
                    "'" + version + "' is not a release: its name must be numbers with dots between, as 0.1.0");
        }
    }

    /** 0.10.0 comes after 0.9.0. */
    @Override
    public int compareTo(final Release other) {
        return Arrays.compare(numbers(), other.numbers());
    }

    private int[] numbers() {
        return Pattern.compile("\\.")
                .splitAsStream(version)
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}

package io.millrace.infra.broker;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.utils.AppInfoParser;

/** A version of Kafka that can be compared: which one runs here, which one wrote a directory, which ones have a bug. */
record KafkaVersion(int major, int minor, int patch) implements Comparable<KafkaVersion> {
    private static final Pattern FORM = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+).*");
    private static final Comparator<KafkaVersion> ORDER = Comparator.comparingInt(KafkaVersion::major)
            .thenComparingInt(KafkaVersion::minor)
            .thenComparingInt(KafkaVersion::patch);

    static KafkaVersion running() {
        final var version = AppInfoParser.getVersion();
        return parse(version)
                .orElseThrow(() -> new BrokerRefusedException("Kafka calls its own version '" + version
                        + "', which is none; check that the Kafka jars on the class path are whole."));
    }

    static Optional<KafkaVersion> parse(final String text) {
        final var parts = FORM.matcher(text.strip());
        return parts.matches()
                ? Optional.of(new KafkaVersion(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3))))
                : Optional.empty();
    }

    boolean isBetween(final KafkaVersion first, final KafkaVersion last) {
        return compareTo(first) >= 0 && compareTo(last) <= 0;
    }

    @Override
    public int compareTo(final KafkaVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}

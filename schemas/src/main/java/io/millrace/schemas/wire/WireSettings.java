package io.millrace.schemas.wire;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a Kafka client's settings say about writing Avro, under the names that Confluent's serializers gave them. */
record WireSettings(Registration registration, SubjectNameStrategy strategy) {

    static final String AUTO_REGISTER = "auto.register.schemas";
    static final String USE_LATEST = "use.latest.version";
    static final String KEY_STRATEGY = "key.subject.name.strategy";
    static final String VALUE_STRATEGY = "value.subject.name.strategy";

    static WireSettings of(final Map<String, ?> config, final boolean isKey) {
        return new WireSettings(registration(config), strategy(config, isKey ? KEY_STRATEGY : VALUE_STRATEGY));
    }

    /** As Confluent has it, {@code use.latest.version} counts only where nothing is registered automatically. */
    private static Registration registration(final Map<String, ?> config) {
        if (flag(config, AUTO_REGISTER, true)) {
            return Registration.AUTOMATIC;
        }
        return flag(config, USE_LATEST, false) ? Registration.LATEST : Registration.BEFOREHAND;
    }

    private static SubjectNameStrategy strategy(final Map<String, ?> config, final String setting) {
        final @Nullable Object value = config.get(setting);
        if (value instanceof SubjectNameStrategy given) {
            return given;
        }
        final String name = switch (value) {
            case null -> "TopicNameStrategy";
            case Class<?> type -> type.getSimpleName();
            default -> value.toString().strip();
        };
        // By simple name, so that settings made for Confluent's serializers, with their full class names, work as well.
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "TopicNameStrategy", "" -> new TopicNameStrategy();
            case "RecordNameStrategy" -> new RecordNameStrategy();
            default ->
                throw new IllegalArgumentException(
                        "'" + setting + "' is '" + name + "': only TopicNameStrategy and RecordNameStrategy are known");
        };
    }

    private static boolean flag(final Map<String, ?> config, final String setting, final boolean otherwise) {
        final String value = Optional.<Object>ofNullable(config.get(setting))
                .map(it -> it.toString().strip())
                .orElse(String.valueOf(otherwise));
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("'" + setting + "' is '" + value + "': say true or false");
        };
    }
}

package io.millrace.api.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Findings of several partitions, put together. */
final class AuditSum {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};
    private static final Comparator<Map<?, ?>> BY_TIME = Comparator.comparing(AuditSum::at)
            .thenComparing(item -> item.get("seq") instanceof Number seq ? seq.longValue() : 0L);

    private long checked;
    private long violations;
    private final List<Map<?, ?>> items = new ArrayList<>();

    /** Findings as they were told. */
    static AuditSum of(final byte[] json) {
        final Map<String, @Nullable Object> told = MAPPER.readValue(json, OBJECT);
        final AuditSum sum = new AuditSum();
        sum.checked = told.get("checked") instanceof Number it ? it.longValue() : 0;
        sum.violations = told.get("violations") instanceof Number it ? it.longValue() : 0;
        if (told.get("items") instanceof List<?> list) {
            list.forEach(item -> sum.items.add((Map<?, ?>) item));
        }
        return sum;
    }

    void add(final AuditSum other) {
        checked += other.checked;
        violations += other.violations;
        items.addAll(other.items);
    }

    /** For those whom the places are none of their business. */
    AuditSum withoutItems() {
        final AuditSum sum = new AuditSum();
        sum.checked = checked;
        sum.violations = violations;
        return sum;
    }

    Map<String, Object> counts() {
        final Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("checked", checked);
        counts.put("violations", violations);
        return counts;
    }

    List<Map<?, ?>> newest(final int atMost) {
        return items.stream().sorted(BY_TIME.reversed()).limit(atMost).toList();
    }

    private static Instant at(final Map<?, ?> item) {
        return item.get("at") instanceof String text ? Instant.parse(text) : Instant.EPOCH;
    }
}

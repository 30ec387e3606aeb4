package io.millrace.infra.acl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;

/** ACLs as the commands that make them, for whoever looks after a cluster. */
public final class AclScript {

    private AclScript() {}

    /** One line for each thing that something is allowed on. */
    public static String of(final List<AclBinding> acls) {
        final Map<String, List<String>> operations = new LinkedHashMap<>();
        for (final AclBinding acl : acls) {
            final String line = "--allow-principal " + acl.entry().principal() + where(acl.pattern());
            operations
                    .computeIfAbsent(line, _ -> new ArrayList<>())
                    .add(" --operation " + name(acl.entry().operation().name()));
        }
        return operations.entrySet().stream()
                .map(it -> "kafka-acls.sh \"$@\" --add " + it.getKey() + String.join("", it.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String where(final ResourcePattern pattern) {
        final String prefixed =
                pattern.patternType() == PatternType.PREFIXED ? " --resource-pattern-type prefixed" : "";
        return switch (pattern.resourceType()) {
            case CLUSTER -> " --cluster";
            case GROUP -> " --group " + pattern.name() + prefixed;
            case TRANSACTIONAL_ID -> " --transactional-id '" + pattern.name() + "'" + prefixed;
            case TOPIC -> " --topic " + pattern.name() + prefixed;
            case USER, DELEGATION_TOKEN, ANY, UNKNOWN ->
                throw new IllegalArgumentException(pattern + " is nothing of ours");
        };
    }

    /** {@code DESCRIBE_CONFIGS} is called {@code DescribeConfigs} there. */
    private static String name(final String operation) {
        final StringBuilder name = new StringBuilder();
        for (final String word : operation.split("_", -1)) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }
}

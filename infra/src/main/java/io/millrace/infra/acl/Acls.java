package io.millrace.infra.acl;

import static org.apache.kafka.common.acl.AclOperation.ALTER_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.CLUSTER;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import io.millrace.backbone.Business;
import io.millrace.backbone.topics.Again;
import io.millrace.backbone.topics.Catalogue;
import io.millrace.backbone.topics.Topic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What each of those who write or read our topics has to be allowed, and nothing else. Who may write comes from the
 * catalogue; an instance is façade and backbone in one.
 */
public final class Acls {

    /** Reads what happened, and what didn't add up, and writes nothing. */
    public static final String AUDITOR = "auditor";

    /** Keeps the schemas. */
    public static final String REGISTRY = "registry";

    private static final String ANY_HOST = "*";
    private static final String SCHEMAS = "_schemas";

    private final List<Business> businesses;
    private final List<Topic> topics;

    private Acls(final List<Business> businesses) {
        this.businesses = businesses;
        this.topics = Catalogue.of(businesses);
    }

    /** Everybody there is: our own parts, and whoever may write an input. */
    public static Set<String> roles(final List<Business> businesses) {
        final Set<String> roles = new TreeSet<>(Set.of(AUDITOR, REGISTRY));
        Catalogue.of(businesses).forEach(topic -> roles.addAll(topic.writers()));
        return roles;
    }

    /** What this role needs, for whoever signs in under that name. */
    public static List<AclBinding> of(final List<Business> businesses, final String role, final String user) {
        final Acls acls = new Acls(businesses);
        return new LinkedHashSet<>(acls.of(role))
                .stream()
                        .map(it -> new AclBinding(
                                it.resource(),
                                new AccessControlEntry(
                                        "User:" + user, ANY_HOST, it.operation(), AclPermissionType.ALLOW)))
                        .toList();
    }

    private record Allowed(ResourcePattern resource, AclOperation operation) {}

    private List<Allowed> of(final String role) {
        final List<Allowed> all = new ArrayList<>();
        topics.stream()
                .filter(topic -> topic.writers().contains(role))
                .forEach(topic -> all.addAll(on(TOPIC, topic.name(), LITERAL, WRITE, DESCRIBE)));
        switch (role) {
            case Catalogue.FACADE -> facade(all);
            case Catalogue.BACKBONE -> backbone(all);
            case Catalogue.NOTIFIER -> notifier(all);
            case AUDITOR -> auditor(all);
            case REGISTRY -> registry(all);
            default -> {
                // whoever sends commands needs nothing else
            }
        }
        return all;
    }

    /** Provides the topics, too, and looks whether a transaction hangs. */
    private void facade(final List<Allowed> all) {
        businesses.forEach(business -> {
            read(all, business.topic("receipts"), business.topic("journal"));
            business.tables().forEach(table -> read(all, table.topic()));
        });
        read(all, Catalogue.GENERATIONS);
        for (final Topic topic : topics) {
            all.addAll(on(TOPIC, topic.name(), LITERAL, CREATE, DESCRIBE, DESCRIBE_CONFIGS, ALTER_CONFIGS));
        }
        all.addAll(on(CLUSTER, "kafka-cluster", LITERAL, DESCRIBE));
        all.addAll(on(TRANSACTIONAL_ID, "*", LITERAL, DESCRIBE));
    }

    /** Three applications for each business, with groups, transactions and topics of their own names. */
    private void backbone(final List<Allowed> all) {
        topics.forEach(topic -> read(all, topic.name()));
        for (final Business business : businesses) {
            for (final String application : List.of("-desk", "-pages", "-audit")) {
                final String name = business.name() + application;
                all.addAll(on(GROUP, name, LITERAL, READ, DESCRIBE, DELETE));
                if (application.equals("-pages")) {
                    // and generations of them, which have a number behind
                    all.addAll(on(GROUP, name + "-", PREFIXED, READ, DESCRIBE, DELETE));
                }
                all.addAll(on(TRANSACTIONAL_ID, name, PREFIXED, WRITE, DESCRIBE));
                all.addAll(on(TOPIC, name + "-", PREFIXED, READ, WRITE, CREATE, DELETE, DESCRIBE, DESCRIBE_CONFIGS));
            }
        }
        all.addAll(on(CLUSTER, "kafka-cluster", LITERAL, DESCRIBE));
    }

    private void notifier(final List<Allowed> all) {
        for (final Business business : businesses) {
            read(all, business.topic("notices"));
            for (final Again again : Again.values()) {
                read(all, again.topic(business.name()));
            }
        }
        all.addAll(on(GROUP, "millrace-", PREFIXED, READ, DESCRIBE));
    }

    private void auditor(final List<Allowed> all) {
        businesses.forEach(business -> read(all, business.topic("journal"), business.topic("receipts")));
        read(all, Catalogue.VIOLATIONS, SCHEMAS);
        all.addAll(on(GROUP, AUDITOR + "-", PREFIXED, READ, DESCRIBE));
    }

    /** One topic, and one writer of it. */
    private static void registry(final List<Allowed> all) {
        all.addAll(on(TOPIC, SCHEMAS, LITERAL, READ, WRITE, CREATE, DESCRIBE, DESCRIBE_CONFIGS));
        all.addAll(on(TRANSACTIONAL_ID, "millrace-registry", LITERAL, WRITE, DESCRIBE));
    }

    private static void read(final List<Allowed> all, final String... names) {
        for (final String name : names) {
            all.addAll(on(TOPIC, name, LITERAL, READ, DESCRIBE));
        }
    }

    private static List<Allowed> on(
            final ResourceType type, final String name, final PatternType pattern, final AclOperation... operations) {
        final List<Allowed> all = new ArrayList<>();
        for (final AclOperation operation : operations) {
            all.add(new Allowed(new ResourcePattern(type, name, pattern), operation));
        }
        return all;
    }
}

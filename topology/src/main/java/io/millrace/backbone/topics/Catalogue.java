package io.millrace.backbone.topics;

import io.millrace.backbone.Business;
import io.millrace.backbone.Input;
import io.millrace.backbone.Table;
import io.millrace.backbone.topics.Topic.Keep;
import io.millrace.backbone.topics.Topic.Keyed;
import io.millrace.schemas.Act;
import io.millrace.schemas.Claim;
import io.millrace.schemas.GenerationAct;
import io.millrace.schemas.Notice;
import io.millrace.schemas.NoticeOutcome;
import io.millrace.schemas.Repair;
import io.millrace.schemas.Row;
import io.millrace.schemas.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every topic of the given businesses. Provisioning, start-up verification, access control and documents are derived
 * from it, and from nothing else.
 */
public final class Catalogue {

    /** Who writes what only the topologies write. */
    public static final String BACKBONE = "backbone";

    /** The façade writes every input: it is one more producer. */
    public static final String FACADE = "facade";

    /** Tells how notices fared. */
    public static final String NOTIFIER = "notifier";

    /** Where every audit writes what it finds. */
    public static final String VIOLATIONS = "millrace.violations";

    /** Where it is decided which generation of a business's pages there is, and which is shown. */
    public static final String GENERATIONS = "millrace.generations";

    private Catalogue() {}

    public static List<Topic> of(final List<Business> businesses) {
        return Stream.concat(businesses.stream().flatMap(business -> of(business).stream()), general().stream())
                .toList();
    }

    /** What belongs to no business. */
    public static List<Topic> general() {
        return List.of(
                new Topic(VIOLATIONS, Violation.class, Keyed.BY_BUSINESS_DESK, Keep.FOREVER, Set.of(BACKBONE)),
                new Topic(GENERATIONS, GenerationAct.class, Keyed.BY_BUSINESS, Keep.FOREVER, Set.of(FACADE)));
    }

    public static List<Topic> of(final Business business) {
        final List<Topic> topics = new ArrayList<>();
        for (final Input input : business.inputs()) {
            topics.add(new Topic(input.topic(), input.envelope(), Keyed.BY_DESK, Keep.WEEK, writers(input)));
        }
        final Set<String> ours = Set.of(BACKBONE);
        topics.add(new Topic(business.topic("alarms"), business.alarms(), Keyed.BY_DESK, Keep.WEEK, ours));
        topics.add(new Topic(business.topic("journal"), business.journal(), Keyed.BY_DESK, Keep.FOREVER, ours));
        topics.add(new Topic(business.topic("receipts"), business.receipts(), Keyed.BY_DESK, Keep.WEEK, ours));
        topics.add(new Topic(business.topic("people"), Row.class, Keyed.BY_PERSON, Keep.WEEK, ours));
        topics.add(new Topic(business.topic("notices"), Notice.class, Keyed.BY_PERSON, Keep.MONTH, ours));
        for (final Again again : Again.values()) {
            topics.add(new Topic(
                    again.topic(business.name()), Notice.class, Keyed.BY_PERSON, Keep.WEEK, Set.of(NOTIFIER, FACADE)));
        }
        topics.add(new Topic(
                business.topic("pushes"), NoticeOutcome.class, Keyed.BY_DESK, Keep.FOREVER, Set.of(NOTIFIER)));
        topics.add(
                new Topic(business.topic("quarantine"), null, Keyed.BY_DESK, Keep.FOREVER, Set.of(BACKBONE, NOTIFIER)));
        topics.add(new Topic(business.topic("acts"), Act.class, Keyed.BY_DESK, Keep.FOREVER, Set.of(FACADE)));
        topics.add(new Topic(business.topic("repairs"), Repair.class, Keyed.BY_DESK, Keep.FOREVER, ours));
        if (business.auditor().betweenDesks()) {
            topics.add(new Topic(business.topic("claims"), Claim.class, Keyed.BY_DESK, Keep.WEEK, ours));
        }
        for (final Table table : business.tables()) {
            topics.add(new Topic(table.topic(), table.value(), Keyed.BY_DESK, Keep.LATEST, Set.of(table.writer())));
        }
        return topics;
    }

    /** An input that says the façade writes it has no other writer. */
    private static Set<String> writers(final Input input) {
        return Set.copyOf(new HashSet<>(List.of(FACADE, input.writer())));
    }
}

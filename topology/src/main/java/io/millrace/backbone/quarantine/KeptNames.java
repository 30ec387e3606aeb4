package io.millrace.backbone.quarantine;

import io.millrace.backbone.Business;
import io.millrace.backbone.Input;
import io.millrace.backbone.topics.Again;
import java.util.ArrayList;
import java.util.List;

/** How the keeper's nodes, store and topics are called. Renaming one orphans the state of what is deployed. */
public final class KeptNames {

    static final String KEEPER = "keeper";
    static final String TO_REPAIRS = "to-repairs";
    static final String TO_QUARANTINE = "to-quarantine";

    private KeptNames() {}

    public static String kept(final Business business) {
        return business.name() + "-kept";
    }

    static String from(final String topic) {
        return "from-" + topic;
    }

    static String again(final String topic) {
        return "again-to-" + topic;
    }

    /** What was in these can simply be sent there once more; an event can't, since it has happened. */
    static List<String> sentAgain(final Business business) {
        final List<String> topics =
                new ArrayList<>(business.inputs().stream().map(Input::topic).toList());
        for (final String what : List.of("alarms", "pushes", "people", "receipts")) {
            topics.add(business.topic(what));
        }
        // what no webhook took is brought anew
        topics.add(business.topic("notices"));
        for (final Again again : Again.values()) {
            topics.add(again.topic(business.name()));
        }
        return topics;
    }

    /** Whether trying it again means anything. */
    public static boolean canBeRetried(final Business business, final String topic) {
        return topic.equals(business.topic("journal")) || sentAgain(business).contains(topic);
    }
}

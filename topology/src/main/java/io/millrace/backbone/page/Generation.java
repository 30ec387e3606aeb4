package io.millrace.backbone.page;

import io.millrace.backbone.Business;
import io.millrace.backbone.stream.Voice;
import io.millrace.backbone.topics.Topic;
import io.millrace.backbone.topics.Topic.Keep;
import io.millrace.backbone.topics.Topic.Keyed;
import io.millrace.schemas.Row;
import java.util.Set;

/**
 * A business's pages, made of the journal once more: by an application of its own, into stores of its own, beside those
 * that are there. The first is called as pages were before there could be another.
 */
public record Generation(Business business, int number, Voice voice) {

    public static Generation first(final Business business) {
        return new Generation(business, 1, Voice.ALONE);
    }

    public String application() {
        return business.name() + "-pages" + (number == 1 ? "" : "-" + number);
    }

    /** Where its rows go by person: two generations' rows must not meet. */
    String people() {
        return number == 1 ? business.topic("people") : application() + "-people-repartition";
    }

    /** Kept by when it was written: a page made anew is made of what happened long ago. */
    public Topic peopleTopic() {
        return new Topic(people(), Row.class, Keyed.BY_PERSON, Keep.WEEK, Set.of(application()));
    }

    /** Whether a topic is what it keeps for itself. */
    public boolean owns(final String topic) {
        return topic.startsWith(application() + "-" + business.name() + "-") || number > 1 && topic.equals(people());
    }
}

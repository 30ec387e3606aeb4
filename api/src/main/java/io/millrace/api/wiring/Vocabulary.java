package io.millrace.api.wiring;

import io.millrace.backbone.Business;
import io.millrace.backbone.topics.Catalogue;
import io.millrace.backbone.topics.Topic;
import io.millrace.schemas.ActDone;
import io.millrace.schemas.AuditCount;
import io.millrace.schemas.DeskState;
import io.millrace.schemas.EarlyOutcomes;
import io.millrace.schemas.Kept;
import io.millrace.schemas.Push;
import io.millrace.schemas.Reached;
import io.millrace.schemas.Row;
import io.millrace.schemas.Sums;
import io.millrace.schemas.Violation;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Everything that is ever written, and under which subject: so that it can be learnt before it is needed. */
final class Vocabulary {

    /** A record, and the subject that it is registered under. */
    record Word(String subject, Class<? extends SpecificRecord> type) {}

    /** What the backbone keeps in stores of its own. */
    private static final List<Class<? extends SpecificRecord>> KEPT = List.of(
            DeskState.class,
            Reached.class,
            Row.class,
            Push.class,
            Sums.class,
            EarlyOutcomes.class,
            Violation.class,
            AuditCount.class,
            Kept.class,
            ActDone.class);

    private Vocabulary() {}

    static List<Word> of(final List<Business> businesses) {
        final List<Word> words = new ArrayList<>();
        for (final Topic topic : Catalogue.of(businesses)) {
            final Class<? extends SpecificRecord> value = topic.value();
            if (value != null) {
                words.add(new Word(topic.name() + "-value", value));
            }
        }
        KEPT.forEach(type -> words.add(kept(type)));
        businesses.forEach(it -> it.shelves().forEach(shelf -> words.add(kept(shelf.type()))));
        return words.stream().distinct().toList();
    }

    /** In a store, a record goes by its own name. */
    private static Word kept(final Class<? extends SpecificRecord> type) {
        return new Word(type.getName(), type);
    }
}

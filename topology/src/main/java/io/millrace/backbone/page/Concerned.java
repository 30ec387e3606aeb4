package io.millrace.backbone.page;

import io.millrace.backbone.Business;
import io.millrace.backbone.Personal;
import io.millrace.backbone.Shelf;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Whose personal pages show a row. */
final class Concerned {

    private Concerned() {}

    static List<String> by(final Business business, final Shelf<?> shelf, final SpecificRecord value) {
        final List<String> people = new ArrayList<>(1);
        for (final Personal personal : business.personals()) {
            for (final Personal.Track<?> track : personal.tracks()) {
                if (track.shelf().equals(shelf)) {
                    final String person = personOf(track, value);
                    if (person != null) {
                        people.add(PageKeys.person(personal.path(), person));
                    }
                }
            }
        }
        return people;
    }

    private static <T extends SpecificRecord> @Nullable String personOf(
            final Personal.Track<T> track, final SpecificRecord value) {
        return track.person().apply(track.shelf().type().cast(value));
    }
}

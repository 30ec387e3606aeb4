package io.millrace.backbone;

import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The rows of one desk's pages, or of one person's, for a view to be made of. */
public interface PageRows {

    <T extends SpecificRecord> Optional<Held<T>> find(Shelf<T> shelf, String id);

    /** In the order of their ids, from after that id on; backwards: before it, newest first. */
    <T extends SpecificRecord> List<Held<T>> list(
            Shelf<T> shelf, @Nullable String after, int atMost, boolean backwards);
}

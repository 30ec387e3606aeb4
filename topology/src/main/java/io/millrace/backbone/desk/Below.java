package io.millrace.backbone.desk;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What lies below an overlay: the books as they were before the command. Keys are {@code desk/shelf/id}. */
public interface Below {

    @Nullable
    SpecificRecord get(String key);

    /** What there is from one key (in) to another (out), in order, up to that many. */
    Map<String, SpecificRecord> range(String from, String to, int atMost);
}

package io.millrace.api.command;

import io.millrace.backbone.Business;
import io.millrace.backbone.Input;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish, understood but not handed in yet: {@code key} is what they know it by. Where {@code own} names fields,
 * it is granted only if what it is about names the actor in one of them.
 */
public record Wish(
        Business business,
        Input input,
        String desk,
        String key,
        @Nullable String actor,
        SpecificRecord command,
        List<String> own) {

    /** Whatever it is about. */
    public Wish(
            final Business business,
            final Input input,
            final String desk,
            final String key,
            final @Nullable String actor,
            final SpecificRecord command) {
        this(business, input, desk, key, actor, command, List.of());
    }
}

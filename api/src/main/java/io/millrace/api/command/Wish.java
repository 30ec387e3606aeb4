package io.millrace.api.command;

import io.millrace.backbone.Business;
import io.millrace.backbone.Input;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Somebody's wish, understood but not handed in yet: {@code key} is what they know it by. */
public record Wish(
        Business business,
        Input input,
        String desk,
        String key,
        @Nullable String actor,
        SpecificRecord command) {}

package io.millrace.backbone.stream;

/**
 * Whether one of several that do the same work tells the world of it. What is written to people or to quarantine is
 * written by one of them: by whom, goes by the time of the record that it follows from.
 */
@FunctionalInterface
public interface Voice {

    /** There is nobody else. */
    Voice ALONE = _ -> true;

    boolean tells(long timestamp);
}

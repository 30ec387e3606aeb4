package io.millrace.api.generation;

import java.util.Map;

/** A row, looked at closely: its fields, none if it isn't there, and how far its desk's journal was in it before that. */
public record Seen(long applied, long seq, Map<String, String> fields) {}

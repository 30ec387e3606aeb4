package io.millrace.backbone;

import org.apache.avro.specific.SpecificRecord;

/** A command that follows from an event, for this desk or another. */
public record Reaction(String desk, SpecificRecord command) {}

package io.millrace.backbone;

import org.apache.avro.specific.SpecificRecord;

/** A compacted topic beside the journal, for what must be forgotten once it is replaced. Only its writer may write. */
public record Table(String topic, Class<? extends SpecificRecord> value, String writer) {}

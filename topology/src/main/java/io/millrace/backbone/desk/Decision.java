package io.millrace.backbone.desk;

import io.millrace.backbone.Ruling;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Receipt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** All that a command leads to, decided but not yet written. */
public record Decision(
        Receipt receipt,
        List<JournalEntry> entries,
        Map<String, Optional<SpecificRecord>> rows,
        List<Ruling.Alarm<SpecificRecord>> alarms) {}

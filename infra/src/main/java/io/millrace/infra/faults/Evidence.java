package io.millrace.infra.faults;

import io.millrace.backbone.Business;
import io.millrace.schemas.Envelope;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Receipt;
import java.util.List;

/** All that one business's topics hold in the end, committed, each topic's partitions one after another. */
record Evidence(
        Business business,
        List<Envelope> commands,
        List<JournalEntry> journal,
        List<Receipt> receipts,
        int unreadable) {}

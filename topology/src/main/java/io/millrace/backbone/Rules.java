package io.millrace.backbone;

import org.apache.avro.specific.SpecificRecord;

/** What a business decides, as two pure functions: no clock, no chance, no Kafka, nothing but what is handed in. */
public interface Rules<C extends SpecificRecord, E extends SpecificRecord> {

    Ruling<C, E> rule(C command, Books books, Moment moment);

    /** What an event does to the rows, on the books and on the pages alike. */
    void fold(E event, Rows rows, Moment moment);
}

package io.millrace.backbone;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;

/** A desk that somebody has to open: before, and once it is closed, its house is unknown, and that is what is said. */
public record Opening(Predicate<SpecificRecord> open, String code, UnaryOperator<String> words) {}

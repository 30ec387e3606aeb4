/** Avro records as bytes, in Confluent's wire format and under its setting names, so that other tools can read along. */
@NullMarked
package io.millrace.schemas.wire;

import org.jspecify.annotations.NullMarked;

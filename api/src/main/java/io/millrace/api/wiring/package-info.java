/** Starts a process: topics, streams, producer, receipts, façade; and stops it again. */
@NullMarked
package io.millrace.api.wiring;

import org.jspecify.annotations.NullMarked;

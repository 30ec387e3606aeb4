/** A backup of everything that is in Kafka, which restores to the same books, pages and receipts. */
@NullMarked
package io.millrace.infra.backup;

import org.jspecify.annotations.NullMarked;

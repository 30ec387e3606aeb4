/** The desk side: decides, and writes the journal and the receipts. */
@NullMarked
package io.millrace.backbone.desk;

import org.jspecify.annotations.NullMarked;

/** Places in journals and topics, as anybody may write them. */
@NullMarked
package io.millrace.backbone;

import org.jspecify.annotations.NullMarked;

/** Records, as anybody may write them. */
@NullMarked
package io.millrace.schemas.wire;

import org.jspecify.annotations.NullMarked;

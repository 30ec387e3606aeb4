/** What is said at a café: the commands it takes and the events it tells. */
@NullMarked
package io.millrace.schemas.cafe;

import org.jspecify.annotations.NullMarked;

/** What is said at a library's branch: the commands it takes and the events it tells. */
@NullMarked
package io.millrace.schemas.library;

import org.jspecify.annotations.NullMarked;

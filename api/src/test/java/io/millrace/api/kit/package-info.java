/** A real broker, a running process and a caller, for tests. */
@NullMarked
package io.millrace.api.kit;

import org.jspecify.annotations.NullMarked;

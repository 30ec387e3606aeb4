/** What a command causes, told to whoever collects traces. */
@NullMarked
package io.millrace.api.trace;

import org.jspecify.annotations.NullMarked;

/** Handing a command to its desk, and waiting for its receipt. */
@NullMarked
package io.millrace.api.command;

import org.jspecify.annotations.NullMarked;

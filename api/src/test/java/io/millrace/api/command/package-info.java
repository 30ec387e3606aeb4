/** Who waits for which receipt. */
@NullMarked
package io.millrace.api.command;

import org.jspecify.annotations.NullMarked;

/** Riders' dispatch: calls, acceptance, picking up, settlement. Begin with {@link io.millrace.riders.Riders}. */
@NullMarked
package io.millrace.riders;

import org.jspecify.annotations.NullMarked;

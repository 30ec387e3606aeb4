/** Tests of riders' dispatch. */
@NullMarked
package io.millrace.riders;

import org.jspecify.annotations.NullMarked;

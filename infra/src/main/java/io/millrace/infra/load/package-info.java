/** Callers of the façade: for measuring it, and for watching what it answers while things break. Loopback only. */
@NullMarked
package io.millrace.infra.load;

import org.jspecify.annotations.NullMarked;

/** A running Millrace under requests that nobody should send. */
@NullMarked
package io.millrace.infra.fuzz;

import org.jspecify.annotations.NullMarked;

/** Requests of every kind that can be thought of, half of them broken, and an account of what they did. */
@NullMarked
package io.millrace.infra.fuzz;

import org.jspecify.annotations.NullMarked;

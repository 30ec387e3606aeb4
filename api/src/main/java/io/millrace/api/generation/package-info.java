/** Generations of pages: which there are, which is shown, and whether they show the same. */
@NullMarked
package io.millrace.api.generation;

import org.jspecify.annotations.NullMarked;

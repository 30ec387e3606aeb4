/** Tests of rental. */
@NullMarked
package io.millrace.rental;

import org.jspecify.annotations.NullMarked;

/** The coffee shop: orders always taken, a kitchen that serves them in turn. See {@link io.millrace.coffeeshop.Coffeeshop}. */
@NullMarked
package io.millrace.coffeeshop;

import org.jspecify.annotations.NullMarked;

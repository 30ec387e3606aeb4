/** Tests of the coffee shop. */
@NullMarked
package io.millrace.coffeeshop;

import org.jspecify.annotations.NullMarked;

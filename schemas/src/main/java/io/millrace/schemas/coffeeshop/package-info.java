/** What is said at a coffee shop: the commands it takes and the events it tells. */
@NullMarked
package io.millrace.schemas.coffeeshop;

import org.jspecify.annotations.NullMarked;

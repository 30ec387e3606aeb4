/** The café chain: menu, orders, payment, making, delivery. Begin with {@link io.millrace.cafe.Cafe}. */
@NullMarked
package io.millrace.cafe;

import org.jspecify.annotations.NullMarked;

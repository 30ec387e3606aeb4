/** Equipment rental: stock, orders, approvals, returns. Begin with {@link io.millrace.rental.Rental}. */
@NullMarked
package io.millrace.rental;

import org.jspecify.annotations.NullMarked;

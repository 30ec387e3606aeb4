/** What is said at a rental depot: the commands it takes and the events it tells. */
@NullMarked
package io.millrace.schemas.rental;

import org.jspecify.annotations.NullMarked;

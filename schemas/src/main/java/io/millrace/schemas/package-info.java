/** What is said: the words that travel between desks, pages and the outside. */
@NullMarked
package io.millrace.schemas;

import org.jspecify.annotations.NullMarked;

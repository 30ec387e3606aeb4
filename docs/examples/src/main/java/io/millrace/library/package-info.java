/** A library: members, books, loans, a line for what is lent, a reminder. Begin with {@link io.millrace.library.Library}. */
@NullMarked
package io.millrace.library;

import org.jspecify.annotations.NullMarked;

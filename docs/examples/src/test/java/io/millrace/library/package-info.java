/** The library, tried out. */
@NullMarked
package io.millrace.library;

import org.jspecify.annotations.NullMarked;

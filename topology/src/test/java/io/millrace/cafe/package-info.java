/** Tests of the café. */
@NullMarked
package io.millrace.cafe;

import org.jspecify.annotations.NullMarked;

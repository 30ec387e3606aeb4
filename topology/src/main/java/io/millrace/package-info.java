/** All businesses there are. */
@NullMarked
package io.millrace;

import org.jspecify.annotations.NullMarked;

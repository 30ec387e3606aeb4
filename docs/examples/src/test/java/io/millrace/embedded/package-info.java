/** The backbone inside a program of one's own, tried out. */
@NullMarked
package io.millrace.embedded;

import org.jspecify.annotations.NullMarked;

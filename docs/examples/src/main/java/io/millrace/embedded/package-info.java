/** The backbone inside a program of one's own. */
@NullMarked
package io.millrace.embedded;

import org.jspecify.annotations.NullMarked;

/** Tests of the people. */
@NullMarked
package io.millrace.people;

import org.jspecify.annotations.NullMarked;

/** Tests of who everyone is, and of who gets in. */
@NullMarked
package io.millrace.api.people;

import org.jspecify.annotations.NullMarked;

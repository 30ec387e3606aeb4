/** Between instances: a read that is not here goes where it is, once. */
@NullMarked
package io.millrace.api.hop;

import org.jspecify.annotations.NullMarked;

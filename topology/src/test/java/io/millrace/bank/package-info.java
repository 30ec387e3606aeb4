/** Tests of the bank. */
@NullMarked
package io.millrace.bank;

import org.jspecify.annotations.NullMarked;

/** The house rules of this repository itself, as tests: a rule that no build checks is a wish. */
@NullMarked
package io.millrace.house;

import org.jspecify.annotations.NullMarked;

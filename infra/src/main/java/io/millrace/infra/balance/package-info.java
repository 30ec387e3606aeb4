/** One address for several instances. */
@NullMarked
package io.millrace.infra.balance;

import org.jspecify.annotations.NullMarked;

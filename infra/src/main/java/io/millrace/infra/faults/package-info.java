/** Breaks a running Millrace on purpose, and proves afterwards that it adds up. Loopback only. */
@NullMarked
package io.millrace.infra.faults;

import org.jspecify.annotations.NullMarked;

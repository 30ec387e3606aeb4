/** The bank over HTTP, in a running process. */
@NullMarked
package io.millrace.api.bank;

import org.jspecify.annotations.NullMarked;

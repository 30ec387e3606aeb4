/** Everything asks for a role: who gets in, and who doesn't. */
@NullMarked
package io.millrace.api.secured;

import org.jspecify.annotations.NullMarked;

/** How tests start processes of their own. */
@NullMarked
package io.millrace.infra.started;

import org.jspecify.annotations.NullMarked;

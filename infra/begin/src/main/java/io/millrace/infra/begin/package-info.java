/** How a new business begins: as the example, under a name of its own. */
@NullMarked
package io.millrace.infra.begin;

import org.jspecify.annotations.NullMarked;

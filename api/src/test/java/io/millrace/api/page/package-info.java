/** Waiting for pages. */
@NullMarked
package io.millrace.api.page;

import org.jspecify.annotations.NullMarked;

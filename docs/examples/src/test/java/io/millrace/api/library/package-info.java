/** The library over HTTP. */
@NullMarked
package io.millrace.api.library;

import org.jspecify.annotations.NullMarked;

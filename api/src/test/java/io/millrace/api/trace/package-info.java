@NullMarked
package io.millrace.api.trace;

import org.jspecify.annotations.NullMarked;

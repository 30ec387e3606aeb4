@NullMarked
package io.millrace.api.wiring;

import org.jspecify.annotations.NullMarked;

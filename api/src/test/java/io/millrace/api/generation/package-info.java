@NullMarked
package io.millrace.api.generation;

import org.jspecify.annotations.NullMarked;

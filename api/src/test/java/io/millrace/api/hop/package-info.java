@NullMarked
package io.millrace.api.hop;

import org.jspecify.annotations.NullMarked;

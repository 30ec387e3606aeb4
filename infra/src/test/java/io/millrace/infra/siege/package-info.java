@NullMarked
package io.millrace.infra.siege;

import org.jspecify.annotations.NullMarked;

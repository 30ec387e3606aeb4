/** Load from callers who behave well while things break, and an account of what became of everything they asked. */
@NullMarked
package io.millrace.infra.siege;

import org.jspecify.annotations.NullMarked;

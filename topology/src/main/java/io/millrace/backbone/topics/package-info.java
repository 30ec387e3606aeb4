/** The catalogue: every topic there is, and what it must be like. */
@NullMarked
package io.millrace.backbone.topics;

import org.jspecify.annotations.NullMarked;

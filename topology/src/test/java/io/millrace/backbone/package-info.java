/** Tests of the backbone itself. */
@NullMarked
package io.millrace.backbone;

import org.jspecify.annotations.NullMarked;

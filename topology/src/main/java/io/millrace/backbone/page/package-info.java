/** The page side: folds the journal into rows that may be served. */
@NullMarked
package io.millrace.backbone.page;

import org.jspecify.annotations.NullMarked;

/** The audit: reads what the desks have written, and checks that it adds up. */
@NullMarked
package io.millrace.backbone.audit;

import org.jspecify.annotations.NullMarked;

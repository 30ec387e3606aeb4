@NullMarked
package io.millrace.backbone.audit;

import org.jspecify.annotations.NullMarked;

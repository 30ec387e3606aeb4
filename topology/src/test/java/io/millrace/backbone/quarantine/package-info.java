@NullMarked
package io.millrace.backbone.quarantine;

import org.jspecify.annotations.NullMarked;

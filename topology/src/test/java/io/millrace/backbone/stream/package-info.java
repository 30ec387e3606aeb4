@NullMarked
package io.millrace.backbone.stream;

import org.jspecify.annotations.NullMarked;

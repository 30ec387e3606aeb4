@NullMarked
package io.millrace.backbone.desk;

import org.jspecify.annotations.NullMarked;

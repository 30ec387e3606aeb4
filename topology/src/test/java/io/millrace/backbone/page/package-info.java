@NullMarked
package io.millrace.backbone.page;

import org.jspecify.annotations.NullMarked;

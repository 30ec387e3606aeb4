@NullMarked
package io.millrace.infra.image;

import org.jspecify.annotations.NullMarked;

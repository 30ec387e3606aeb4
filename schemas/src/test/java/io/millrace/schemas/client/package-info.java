@NullMarked
package io.millrace.schemas.client;

import org.jspecify.annotations.NullMarked;

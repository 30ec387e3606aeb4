/** What a new business is called, and how it reads then. */
@NullMarked
package io.millrace.infra.begin;

import org.jspecify.annotations.NullMarked;

/** Generations of pages, as whoever runs instances sees to them from outside. */
@NullMarked
package io.millrace.infra.pages;

import org.jspecify.annotations.NullMarked;

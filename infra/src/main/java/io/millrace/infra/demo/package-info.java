/** Lively, believable and bounded activity in all businesses, over HTTP: so that the first look is alive. */
@NullMarked
package io.millrace.infra.demo;

import org.jspecify.annotations.NullMarked;

/** The examples, and what is made of them. */
@NullMarked
package io.millrace.examples;

import org.jspecify.annotations.NullMarked;

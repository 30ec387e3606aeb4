/** What is written for people, held against what there is. */
@NullMarked
package io.millrace.api.readme;

import org.jspecify.annotations.NullMarked;

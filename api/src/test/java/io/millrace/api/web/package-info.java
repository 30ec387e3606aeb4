/** The pages, as people see them: in a real browser, against a running process. */
@NullMarked
package io.millrace.api.web;

import org.jspecify.annotations.NullMarked;

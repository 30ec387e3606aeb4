/** The façade: routes, handlers, and how refusals are told. */
@NullMarked
package io.millrace.api.http;

import org.jspecify.annotations.NullMarked;

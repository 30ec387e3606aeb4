/**
 * The gate that a change of schemas must pass: what was released once is read for ever, since the journal keeps it, and
 * while a release is rolled out the one before it reads along.
 */
@NullMarked
package io.millrace.schemas.compat;

import org.jspecify.annotations.NullMarked;

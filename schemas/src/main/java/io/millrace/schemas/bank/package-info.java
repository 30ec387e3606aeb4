/** What a bank account is told, and what it tells. */
@NullMarked
package io.millrace.schemas.bank;

import org.jspecify.annotations.NullMarked;

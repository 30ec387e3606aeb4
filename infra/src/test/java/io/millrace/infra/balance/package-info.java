@NullMarked
package io.millrace.infra.balance;

import org.jspecify.annotations.NullMarked;

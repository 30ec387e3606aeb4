/** The bank: accounts, requests, transfers. Begin with {@link io.millrace.bank.Bank}. */
@NullMarked
package io.millrace.bank;

import org.jspecify.annotations.NullMarked;

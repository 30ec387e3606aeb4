/** What the pieces of an order's way cost by themselves: no broker, no network, one thread. */
@org.jspecify.annotations.NullMarked
package io.millrace.pieces;

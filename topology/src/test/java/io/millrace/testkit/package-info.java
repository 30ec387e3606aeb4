/** For testing a business: rules as sentences, topologies through real serdes, and the laws that every business keeps. */
@NullMarked
package io.millrace.testkit;

import org.jspecify.annotations.NullMarked;

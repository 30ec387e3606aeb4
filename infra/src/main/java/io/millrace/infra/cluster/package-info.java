/** A cluster for trying out: brokers and instances as processes of their own on this machine. */
@NullMarked
package io.millrace.infra.cluster;

import org.jspecify.annotations.NullMarked;

package io.millrace.infra.demo;

import java.io.IOException;
import java.time.Duration;

/** Somebody who does one thing at a time, and says how long until the next. */
@FunctionalInterface
interface Actor {

    Duration act(Town town, Chance chance) throws IOException;
}

package io.millrace.infra.load;

import java.io.IOException;
import java.time.Duration;

/**
 * A short busy day at the café, so that the virtual machine has seen what it will have to do. What it learns is kept
 * beside the jars, and the next start begins with it: so it should have seen enough to compile well.
 */
public final class Rehearsal {

    private static final Duration PART = Duration.ofSeconds(12);
    private static final int CALLERS = 32;

    private Rehearsal() {}

    public static void run(final int port) throws IOException, InterruptedException {
        final CafeCrowd cafe = CafeCrowd.open(port);
        final Crowd crowd = new Crowd(port, Bench.CALL);
        crowd.forTime(CALLERS, PART, cafe::life);
        crowd.forTime(CALLERS, PART, cafe::order);
        crowd.forTime(CALLERS, PART.dividedBy(2), cafe::myPage);
    }
}

package io.millrace.api.hop;

import io.millrace.api.page.Reach;
import java.time.Duration;

/** What an instance says to another one with a read: as what it is asked, and how long the caller still waits. */
record HopMark(Reach reach, Duration left) {}

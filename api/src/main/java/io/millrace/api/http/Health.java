package io.millrace.api.http;

import java.util.Map;

/** How the process is: whether to restart it (not live), and whether to send it work (ready). */
public interface Health {

    /** Whether requests can be taken at all; before that, only health is told. */
    boolean open();

    boolean live();

    boolean ready();

    /** How each part is, by name. */
    Map<String, String> parts();
}

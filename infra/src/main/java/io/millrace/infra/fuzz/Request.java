package io.millrace.infra.fuzz;

import java.nio.charset.StandardCharsets;

/** A request, byte by byte. */
record Request(String method, byte[] bytes, boolean broken) {

    private static final int SHOWN = 600;

    /** As much of it as helps to send it again. */
    String words() {
        final String all = new String(bytes, StandardCharsets.UTF_8);
        return all.length() > SHOWN ? all.substring(0, SHOWN) + "… (" + bytes.length + " bytes)" : all;
    }
}

package io.millrace.api.notify;

import java.net.URI;
import java.time.Duration;

/**
 * Where a shop wants its notices posted. {@code atOnce}: so many requests are under way at most; {@code near}: whether
 * the address may be one of our own network; {@code secret} signs what is sent.
 */
record Webhook(String name, URI url, byte[] secret, int atOnce, Duration timeout, boolean near) {

    @Override
    public String toString() {
        return name + " (" + url.getHost() + ")";
    }
}

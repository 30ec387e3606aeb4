package io.millrace.infra.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports that nobody uses, all different. */
final class FreePorts {

    private FreePorts() {}

    static List<Integer> take(final int count) {
        final List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (final IOException e) {
            throw new UncheckedIOException("There are no free ports", e);
        } finally {
            held.forEach(FreePorts::release);
        }
    }

    private static void release(final ServerSocket socket) {
        try {
            socket.close();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

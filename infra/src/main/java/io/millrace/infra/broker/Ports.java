package io.millrace.infra.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Loopback ports: a free one, and whether a wanted one is to be had. Kafka ends the process on a taken port, so we ask first. */
final class Ports {
    static final String LOOPBACK = "127.0.0.1";

    private Ports() {}

    static int free() {
        try (var socket = bound(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void requireFree(final int port) {
        try (var socket = bound(port)) {
            socket.getLocalPort();
        } catch (IOException e) {
            throw new BrokerRefusedException(
                    "Port " + port + " on " + LOOPBACK + " is taken by another program (" + e.getMessage()
                            + "). Stop that program, or choose another port; 0 takes a free one.",
                    e);
        }
    }

    private static ServerSocket bound(final int port) throws IOException {
        final var socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByName(LOOPBACK), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}

package io.millrace.infra.fuzz;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A connection that sends any bytes, and reads what comes back. It is opened anew whenever it was closed. */
final class Wire implements AutoCloseable {

    private final int port;
    private final int patience;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    Wire(final int port, final Duration patience) {
        this.port = port;
        this.patience = Math.toIntExact(patience.toMillis());
    }

    record Answer(int status, String body) {}

    /** A connection that was closed after the answer before is nobody's fault: then it is sent on another. */
    Answer send(final Request request) throws IOException {
        final boolean used = socket != null;
        try {
            return sendOnce(request);
        } catch (final SocketTimeoutException e) {
            throw e;
        } catch (final IOException | RuntimeException e) {
            if (!used) {
                throw e;
            }
            return sendOnce(request);
        }
    }

    private Answer sendOnce(final Request request) throws IOException {
        try {
            final Socket open = connected();
            try {
                open.getOutputStream().write(request.bytes());
                open.getOutputStream().flush();
            } catch (final IOException e) {
                // it may have been refused before all of it was sent: then the answer says so
                return answer(request.method());
            }
            return answer(request.method());
        } catch (final IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private Socket connected() throws IOException {
        if (socket != null) {
            return socket;
        }
        final Socket fresh = new Socket();
        fresh.setTcpNoDelay(true);
        fresh.setSoTimeout(patience);
        fresh.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), patience);
        socket = fresh;
        in = new BufferedInputStream(fresh.getInputStream());
        return fresh;
    }

    private Answer answer(final String method) throws IOException {
        final int status = Integer.parseInt(line().substring(9, 12));
        int length = -1;
        boolean endless = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            final String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            endless |= lower.startsWith("content-type: text/event-stream") || lower.startsWith("transfer-encoding:");
            last |= lower.startsWith("connection: close");
        }
        final boolean bodiless = method.equals("HEAD") || status == 204 || status == 304;
        final String body = bodiless || endless || length <= 0
                ? ""
                : new String(stream().readNBytes(length), StandardCharsets.UTF_8);
        if (last || endless || !bodiless && length < 0) {
            close();
        }
        return new Answer(status, body);
    }

    private String line() throws IOException {
        final StringBuilder line = new StringBuilder();
        for (int c = stream().read(); c != '\n'; c = stream().read()) {
            if (c < 0) {
                throw new EOFException("hung up");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private InputStream stream() throws EOFException {
        final InputStream open = in;
        if (open == null) {
            throw new EOFException("not connected");
        }
        return open;
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (final IOException e) {
            // it is gone either way
            in = null;
        }
        socket = null;
        in = null;
    }
}

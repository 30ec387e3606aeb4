package io.millrace.infra.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One caller with one connection, kept alive. It does as little as an HTTP client can, because it shares the machine
 * with what it measures.
 */
public final class Caller implements AutoCloseable {

    private final int port;
    private final int timeoutMillis;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    public Caller(final int port, final Duration timeout) {
        this.port = port;
        this.timeoutMillis = Math.toIntExact(timeout.toMillis());
    }

    /** The header by which somebody proves with each request who they are. */
    public static String basic(final String id, final String password) {
        final byte[] both = (id + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    public Answer get(final String path, final String... headers) throws IOException {
        return call("GET", path, null, headers);
    }

    public Answer post(final String path, final String body, final String... headers) throws IOException {
        return call("POST", path, body, headers);
    }

    public Answer patch(final String path, final String body, final String... headers) throws IOException {
        return call("PATCH", path, body, headers);
    }

    /** Headers are names and values in turn. A call that fails closes the connection; the next one opens another. */
    public Answer call(final String method, final String path, final @Nullable String body, final String... headers)
            throws IOException {
        try {
            final Socket open = connected();
            final OutputStream out = open.getOutputStream();
            out.write(request(method, path, body, headers));
            out.flush();
            final InputStream from = in;
            if (from == null) {
                throw new EOFException("not connected");
            }
            return answer(from, method);
        } catch (final IOException e) {
            close();
            throw e;
        }
    }

    private Socket connected() throws IOException {
        final Socket open = socket;
        if (open != null) {
            return open;
        }
        final Socket fresh = new Socket();
        fresh.setTcpNoDelay(true);
        fresh.setSoTimeout(timeoutMillis);
        fresh.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), timeoutMillis);
        socket = fresh;
        in = new BufferedInputStream(fresh.getInputStream(), 4_096);
        return fresh;
    }

    private byte[] request(
            final String method, final String path, final @Nullable String body, final String... headers) {
        final StringBuilder head = new StringBuilder(256)
                .append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: localhost:")
                .append(port)
                .append("\r\n");
        for (int i = 0; i < headers.length; i += 2) {
            head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        if (body != null) {
            head.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(body.getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n");
        }
        return head.append("\r\n").append(body == null ? "" : body).toString().getBytes(StandardCharsets.UTF_8);
    }

    private Answer answer(final InputStream from, final String method) throws IOException {
        final String first = line(from);
        final int status = Integer.parseInt(first.substring(9, 12));
        final Map<String, String> headers = new HashMap<>();
        for (String header = line(from); !header.isEmpty(); header = line(from)) {
            final int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        final boolean bodiless = status == 204 || status == 304 || method.equals("HEAD");
        final byte[] body = bodiless ? new byte[0] : body(from, headers);
        if ("close".equalsIgnoreCase(headers.get("connection"))) {
            close();
        }
        return new Answer(status, headers, new String(body, StandardCharsets.UTF_8));
    }

    private static byte[] body(final InputStream from, final Map<String, String> headers) throws IOException {
        final String length = headers.get("content-length");
        if (length != null) {
            return exactly(from, Integer.parseInt(length));
        }
        final ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int size = chunk(from); size > 0; size = chunk(from)) {
            whole.write(exactly(from, size));
            line(from);
        }
        line(from);
        return whole.toByteArray();
    }

    private static int chunk(final InputStream from) throws IOException {
        return Integer.parseInt(line(from).strip(), 16);
    }

    private static byte[] exactly(final InputStream from, final int size) throws IOException {
        final byte[] bytes = from.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("the connection ended within an answer");
        }
        return bytes;
    }

    private static String line(final InputStream from) throws IOException {
        final StringBuilder line = new StringBuilder(64);
        for (int c = from.read(); c != '\n'; c = from.read()) {
            if (c < 0) {
                throw new EOFException("the connection ended");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        final Socket open = socket;
        socket = null;
        in = null;
        if (open != null) {
            try {
                open.close();
            } catch (final IOException e) {
                // it is gone either way
                return;
            }
        }
    }
}

package io.millrace.api.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the live stream: hears until it hangs up, as a browser's EventSource does. */
public final class Heard implements AutoCloseable {

    /** One message. */
    public record Message(String id, String event, JsonNode data) {

        public String at(final String pointer) {
            return data.at(pointer).asString();
        }
    }

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final InputStream body;
    private final BufferedReader lines;
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile String lastId;
    private volatile boolean welcome;

    private Heard(final InputStream body, final BufferedReader lines, final String lastId) {
        this.body = body;
        this.lines = lines;
        this.lastId = lastId;
    }

    static Heard of(final HttpClient http, final HttpRequest.Builder request) {
        try {
            final HttpResponse<InputStream> response = http.send(
                    request.timeout(java.time.Duration.ofSeconds(60)).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            final BufferedReader lines =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.statusCode() + " " + lines.readLine());
            }
            final Heard heard = new Heard(response.body(), lines, "");
            Thread.ofVirtual().start(heard::read);
            return heard;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        String event = "message";
        final StringBuilder data = new StringBuilder();
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    lastId = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    event = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data.append(line.substring(6));
                } else if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        messages.add(new Message(lastId, event, MAPPER.readTree(data.toString())));
                    }
                    data.setLength(0);
                    event = "message";
                    welcome = true;
                }
            }
        } catch (final IOException e) {
            data.setLength(0); // hung up in the middle of a message: it was not heard
        } finally {
            ended.countDown();
        }
    }

    public List<Message> messages() {
        return messages;
    }

    /** Whether all of the first block was heard, which tells the place it begins at. */
    public boolean isWelcome() {
        return welcome;
    }

    /** What a client comes back with: the id of the last message heard whole, or of the welcome. */
    public String lastId() {
        return messages.isEmpty() ? lastId : messages.getLast().id();
    }

    /** Hangs up; returns when nothing more can be heard. */
    @Override
    public void close() {
        try {
            body.close(); // not the reader: that waits for the line being read
            ended.await();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

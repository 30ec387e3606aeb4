package io.millrace.api.hop;

import io.millrace.api.page.Reach;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.state.HostInfo;

/** Asks other instances. One that didn't answer is asked last for a moment, where there are others to ask. */
final class Neighbours implements AutoCloseable {

    /** Far below any caller's patience: a machine that is gone doesn't say so. */
    private static final Duration TO_CONNECT = Duration.ofMillis(300);

    /** What the way there and back may take, on top of what the caller waits for. */
    private static final Duration UNDER_WAY = Duration.ofMillis(500);

    private static final long REST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int NOT_NOW = 503;
    private static final String NOT_READY = "\"NOT_READY\"";

    private final HopSeal seal;
    private final Map<HostInfo, Long> silentSince = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TO_CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    Neighbours(final HopSeal seal) {
        this.seal = seal;
    }

    boolean silent(final HostInfo host) {
        final Long since = silentSince.get(host);
        return since != null && System.nanoTime() - since < REST_NANOS;
    }

    /** Empty if it can't be reached, or can't answer this now. */
    Optional<HttpResponse<byte[]>> ask(
            final HostInfo host, final Reach as, final Asking asking, final Duration patience) {
        final HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://" + host.host() + ":" + host.port() + asking.path()))
                .timeout(patience.plus(UNDER_WAY))
                .header(HopSeal.HEADER, seal.seal(new HopMark(as, patience), host, asking));
        asking.headers().forEach(request::header);
        try {
            final HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            silentSince.remove(host);
            return isLater(answer) ? Optional.empty() : Optional.of(answer);
        } catch (final IOException e) {
            silentSince.put(host, System.nanoTime());
            return Optional.empty();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static boolean isLater(final HttpResponse<byte[]> answer) {
        return answer.statusCode() == NOT_NOW && new String(answer.body(), StandardCharsets.UTF_8).contains(NOT_READY);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}

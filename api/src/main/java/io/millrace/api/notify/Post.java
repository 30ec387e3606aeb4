package io.millrace.api.notify;

import io.millrace.api.json.Json;
import io.millrace.api.json.Values;
import io.millrace.schemas.Notice;
import java.io.IOException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Posts notices to webhooks: signed, in time or not at all, and to nobody but whom was named. */
final class Post implements AutoCloseable {

    private static final Duration LONGEST_REST = Duration.ofHours(1);
    private static final int TOO_MANY = 429;

    private final InstantSource clock;
    private final HttpClient http;

    Post(final InstantSource clock, final Executor threads) {
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(Duration.ofSeconds(5))
                .executor(threads)
                .build();
    }

    Answer post(final Webhook webhook, final Notice notice) throws InterruptedException {
        try {
            if (!webhook.near() && !PublicAddress.isEvery(webhook.url().getHost())) {
                return new Answer.Refused(webhook.url().getHost() + " is not on the open network");
            }
        } catch (final UnknownHostException e) {
            return new Answer.Failed("no address for " + webhook.url().getHost(), null);
        }
        final CompletableFuture<HttpResponse<Void>> answer =
                http.sendAsync(request(webhook, notice), HttpResponse.BodyHandlers.discarding());
        try {
            return answer(answer.get(webhook.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (final TimeoutException e) {
            return new Answer.Failed("no answer within " + webhook.timeout(), null);
        } catch (final ExecutionException e) {
            final Throwable why = e.getCause();
            return new Answer.Failed(
                    why instanceof IOException && why.getMessage() != null
                            ? why.getMessage()
                            : String.valueOf(why == null ? e : why),
                    null);
        } finally {
            answer.cancel(true);
        }
    }

    private HttpRequest request(final Webhook webhook, final Notice notice) {
        final byte[] body = Json.bytes(json -> {
            json.writeStartObject();
            Values.fields(json, notice);
            json.writeEndObject();
        });
        final String timestamp = Long.toString(clock.instant().getEpochSecond());
        return HttpRequest.newBuilder(webhook.url())
                .timeout(webhook.timeout())
                .header("Content-Type", "application/json")
                .header("Millrace-Notice", notice.getId())
                .header("Millrace-Timestamp", timestamp)
                .header("Millrace-Signature", Signature.of(webhook.secret(), timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private Answer answer(final HttpResponse<Void> response) {
        final int status = response.statusCode();
        if (status / 100 == 2) {
            return new Answer.Taken();
        }
        if (status >= 500 || status == TOO_MANY || status == 408 || status == 425) {
            return new Answer.Failed(
                    "HTTP " + status,
                    after(response.headers().firstValue("Retry-After").orElse(null)));
        }
        return new Answer.Refused(status / 100 == 3 ? "HTTP " + status + ", not followed" : "HTTP " + status);
    }

    /** In seconds, or as a date. */
    private @Nullable Duration after(final @Nullable String said) {
        if (said == null) {
            return null;
        }
        final String text = said.strip();
        try {
            final Duration after = text.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(
                            clock.instant(),
                            Instant.from(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)));
            return after.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : after;
        } catch (final DateTimeParseException e) {
            return null;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}

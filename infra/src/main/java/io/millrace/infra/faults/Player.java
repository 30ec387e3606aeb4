package io.millrace.infra.faults;

import io.millrace.infra.faults.Findings.Sort;
import io.millrace.infra.load.Answer;
import io.millrace.infra.load.Caller;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One client: sends what the scripts say until it is answered, with the same key; sends old requests once more now and
 * then, out of order; and reads with the tokens it was given.
 */
final class Player implements AutoCloseable {

    private static final Duration CALL = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofMinutes(3);
    private static final int LATER = 503;
    private static final Pattern NUMBER = Pattern.compile("\"number\":(\\d+)");
    private static final int DESKS = 3;

    private final Stage stage;
    private final String name;
    private final Random random;
    private final Caller caller;
    private final Reading reading;
    private final List<Told> mine = new ArrayList<>();

    Player(final Stage stage, final int number, final long seed, final int port) {
        this.stage = stage;
        this.name = "f" + seed + "-" + number;
        this.random = new Random(seed * 1_000 + number);
        this.caller = new Caller(port, CALL);
        this.reading = new Reading(stage.findings());
    }

    /** Everybody may open a desk: whoever comes second is refused, and that is an answer too. */
    void open() {
        for (final Script script : stage.scripts()) {
            for (int desk = 0; desk < DESKS; desk++) {
                for (final Script.Line line : script.opening()) {
                    send(script, "d" + desk, line, 1);
                }
            }
        }
    }

    /** One command, until it is answered. */
    void probe() {
        final Script script = stage.scripts().get(random.nextInt(stage.scripts().size()));
        send(script, "d0", script.life().getFirst(), 1);
    }

    void turn() {
        final Script script = stage.scripts().get(random.nextInt(stage.scripts().size()));
        final String desk = "d" + random.nextInt(DESKS);
        send(script, desk, script.next(random), stage.highest(script.business() + "/" + desk));
        if (random.nextInt(4) == 0) {
            again(mine.get(random.nextInt(mine.size())));
        }
        if (random.nextInt(3) == 0) {
            read(script, desk);
        }
    }

    private void send(final Script script, final String desk, final Script.Line line, final long highest) {
        final Map<String, String> blanks = Script.blanks(random, highest);
        final Told told = Told.of(
                script.business(),
                desk,
                name + "-" + mine.size(),
                line.method(),
                Script.filled(line.path(), blanks),
                Script.body(line, blanks));
        mine.add(told);
        stage.tell(told);
        untilAnswered(script, told);
    }

    private void again(final Told told) {
        stage.scripts().stream()
                .filter(script -> script.business().equals(told.business()))
                .forEach(script -> untilAnswered(script, told));
    }

    private void untilAnswered(final Script script, final Told told) {
        final long deadline = System.nanoTime() + TO_ANSWER.toNanos();
        while (System.nanoTime() < deadline) {
            final Answer answer = call(told.method(), script.path(told.desk(), told.path()), told.body(), told.key());
            if (answer != null && answer.status() != 202 && answer.status() != LATER) {
                if (answer.status() >= 500) {
                    stage.findings().add(Sort.BROKEN, told.place() + " was answered " + answer.status());
                }
                told.answers().add(answer);
                answered(told, answer);
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(wait(answer)));
        }
    }

    private void answered(final Told told, final Answer answer) {
        stage.answered();
        answer.header("Journal-Token").ifPresent(reading::learn);
        final Matcher number = NUMBER.matcher(answer.body());
        if (answer.status() == 201 && number.find()) {
            stage.reached(told.business() + "/" + told.desk(), Long.parseLong(number.group(1)));
        }
    }

    private void read(final Script script, final String desk) {
        final String token = reading.token(script.business() + "/" + desk);
        final String page = script.business().equals("riders") ? "deliveries" : "orders";
        final Answer answer = call("GET", script.path(desk, page + "?limit=5"), null, token);
        if (answer != null && answer.status() == 200) {
            stage.read();
            reading.saw(token, answer);
        } else if (answer != null && answer.status() >= 500 && answer.status() != LATER) {
            stage.findings().add(Sort.BROKEN, "a read of " + desk + " was answered " + answer.status());
        }
    }

    private @Nullable Answer call(
            final String method, final String path, final @Nullable String body, final String keyOrToken) {
        try {
            if (method.equals("GET")) {
                return keyOrToken.isEmpty() ? caller.get(path) : caller.get(path, "Journal-Token", keyOrToken);
            }
            return caller.call(method, path, body, "Idempotency-Key", keyOrToken);
        } catch (final IOException e) {
            return null;
        }
    }

    /** As long as it was told to wait, or until whoever is away may be back. */
    private static long wait(final @Nullable Answer answer) {
        final String seconds = answer == null ? null : answer.headers().get("retry-after");
        return seconds == null ? 200 : Math.min(2, Long.parseLong(seconds)) * 1_000;
    }

    @Override
    public void close() {
        caller.close();
    }
}

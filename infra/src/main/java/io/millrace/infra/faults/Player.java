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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One client: sends what the scripts say until it is answered, with the same key, each time to any of the instances;
 * sends old requests once more now and then, out of order; and reads with the tokens it was given.
 */
final class Player implements AutoCloseable {

    private static final Duration CALL = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofMinutes(4);
    private static final int THINKING = 500;
    private static final int TOO_MANY = 429;
    private static final int LATER = 503;
    private static final Pattern NUMBER = Pattern.compile("\"number\":(\\d+)");
    private static final String[] NONE = {};

    private final Stage stage;
    private final String name;
    private final Random random;
    private final List<Caller> callers;
    private final Seen seen;
    private final List<Told> mine = new ArrayList<>();

    Player(final Stage stage, final int number, final long seed, final List<Integer> ports) {
        this.stage = stage;
        this.name = "f" + seed + "-" + number;
        this.random = new Random(seed * 1_000 + number);
        this.callers = ports.stream().map(port -> new Caller(port, CALL)).toList();
        this.seen = new Seen(stage.findings());
    }

    /** Others may have come to a desk before: they are refused, and that is an answer too. */
    void open() {
        for (final Script script : stage.scripts()) {
            for (final Script.Line line : script.opening()) {
                script.desks().forEach(desk -> send(script, desk, line, 1));
            }
        }
    }

    /** One command, until it is answered. */
    void probe(final Script script, final String desk) {
        send(script, desk, script.life().getFirst(), 1);
    }

    void turn() {
        // registering costs a password's worth of work, and nobody does it all day
        final List<Script> scripts = stage.scripts();
        final Script script = scripts.get(random.nextInt(random.nextInt(4) == 0 ? scripts.size() : scripts.size() - 1));
        final String desk = script.desk(random);
        send(script, desk, script.next(random), stage.highest(script.business() + "/" + desk));
        if (random.nextInt(4) == 0) {
            again(mine.get(random.nextInt(mine.size())));
        }
        if (random.nextInt(3) == 0 && !script.pages().isEmpty()) {
            read(script, desk);
        }
        // faults are to find work under way, and not a machine that can't do another thing
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(THINKING)));
    }

    private void send(final Script script, final String desk, final Script.Line line, final long highest) {
        final Map<String, String> blanks = script.blanks(random, desk, highest);
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
        while (System.nanoTime() < deadline && !Thread.currentThread().isInterrupted()) {
            final Answer answer = call(
                    told.method(),
                    script.path(told.desk(), told.path()),
                    told.body(),
                    stage.cast().confirming(script, told.desk()),
                    "Idempotency-Key",
                    told.key());
            if (answer != null && answer.status() != 202 && answer.status() != LATER && answer.status() != TOO_MANY) {
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
        answer.header("Journal-Token").ifPresent(seen::learn);
        final Matcher number = NUMBER.matcher(answer.body());
        if (answer.status() == 201 && number.find()) {
            stage.reached(told.business() + "/" + told.desk(), Long.parseLong(number.group(1)));
        }
    }

    private void read(final Script script, final String desk) {
        final String token = seen.token(script.business() + "/" + desk);
        final String page = script.pages().get(random.nextInt(script.pages().size()));
        final String path = Script.filled(page, script.blanks(random, desk, 1)) + "?limit=5";
        final Answer answer = call(
                "GET",
                path,
                null,
                stage.cast().reading(script, desk),
                token.isEmpty() ? NONE : new String[] {"Journal-Token", token});
        if (answer != null && answer.status() == 200) {
            stage.read();
            seen.saw(token, answer);
        } else if (answer != null && answer.status() >= 500 && answer.status() != LATER) {
            stage.findings().add(Sort.BROKEN, "a read of " + path + " was answered " + answer.status());
        }
    }

    private @Nullable Answer call(
            final String method,
            final String path,
            final @Nullable String body,
            final String[] proof,
            final String... headers) {
        try {
            final String[] all = Stream.of(proof, headers).flatMap(Stream::of).toArray(String[]::new);
            return callers.get(random.nextInt(callers.size())).call(method, path, body, all);
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
        callers.forEach(Caller::close);
    }
}

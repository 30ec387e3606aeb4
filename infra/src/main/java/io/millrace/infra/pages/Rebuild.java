package io.millrace.infra.pages;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Has a business's pages made anew, and looks on until they are as far as those that are shown. */
public final class Rebuild {

    /** So few records are always on their way while somebody writes. */
    private static final long NEARLY = 50;

    private static final long BETWEEN = TimeUnit.MILLISECONDS.toNanos(500);
    private static final Duration TELLING = Duration.ofSeconds(5);

    private final Instance instance;
    private final Consumer<String> news;

    public Rebuild(final Instance instance, final Consumer<String> news) {
        this.instance = instance;
        this.news = news;
    }

    /** The generation's number, when it is made. */
    public int of(final String business) {
        final int number = instance.ask("POST", "/pages/" + business + "/rebuild", "")
                .get("generation")
                .asInt();
        long told = System.nanoTime();
        long waiting = waiting(business, number);
        while (waiting > NEARLY) {
            if (System.nanoTime() - told > TELLING.toNanos()) {
                news.accept("generation " + number + ": " + waiting + " records to go");
                told = System.nanoTime();
            }
            LockSupport.parkNanos(BETWEEN);
            waiting = waiting(business, number);
        }
        return number;
    }

    private long waiting(final String business, final int number) {
        final JsonNode items = instance.ask("GET", "/pages?business=" + business, "");
        return items.at("/items/0/generations")
                .valueStream()
                .filter(it -> it.path("generation").asInt() == number)
                .mapToLong(it -> it.path("waiting").asLong(Long.MAX_VALUE))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Generation " + number + " was done away with."));
    }
}

package io.millrace.api.people;

import io.millrace.api.people.Strikes.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Slows down who guesses passwords, and never locks anybody out: to wait is always enough, nobody who is told to wait has
 * to wait longer for having asked, and an attack from elsewhere doesn't concern whoever signed in from here before.
 */
final class Throttle {

    /** Somebody who mistypes their own password, wherever it is asked for, isn't slowed down; who goes on is, more and more. */
    private static final Rule ONE_PERSON_FROM_ONE_ADDRESS =
            new Rule(10, Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofSeconds(60));

    /** An attack on one person from many addresses, each of which is patient. */
    private static final Rule ONE_PERSON =
            new Rule(30, Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofSeconds(10));

    /** One password tried on many people. Many people may share an address, so there is much room. */
    private static final Rule ONE_ADDRESS =
            new Rule(200, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(10));

    private final InstantSource clock;
    private final Strikes pairs = new Strikes(ONE_PERSON_FROM_ONE_ADDRESS);
    private final Strikes people = new Strikes(ONE_PERSON);
    private final Strikes addresses = new Strikes(ONE_ADDRESS);
    private final Bounded<Boolean> known = new Bounded<>();

    Throttle(final InstantSource clock) {
        this.clock = clock;
    }

    /** How long to wait before the next try; zero: no wait. */
    Duration wait(final String person, final String address) {
        final Instant now = clock.instant();
        final String pair = pair(person, address);
        final Duration ofPair = pairs.wait(pair, now);
        if (known.get(pair).isPresent()) {
            return ofPair;
        }
        return longest(ofPair, longest(people.wait(person, now), addresses.wait(address, now)));
    }

    void failed(final String person, final String address) {
        final Instant now = clock.instant();
        pairs.add(pair(person, address), now);
        people.add(person, now);
        addresses.add(address, now);
    }

    void succeeded(final String person, final String address) {
        final String pair = pair(person, address);
        pairs.clear(pair);
        known.change(pair, _ -> true);
    }

    private static String pair(final String person, final String address) {
        return person + " " + address;
    }

    private static Duration longest(final Duration one, final Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}

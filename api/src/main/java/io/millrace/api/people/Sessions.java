package io.millrace.api.people;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Sessions as tokens that say of themselves whose they are, signed with a key that only we have: any instance with the
 * same key takes them, and nothing is kept of them unless they are ended before their time.
 */
final class Sessions {

    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.HS256;
    private static final String ISSUER = "millrace";

    /** Nobody's tokens are longer; what is, is not worth looking at. */
    private static final int LONGEST = 1_000;

    private final byte[] key;
    private final JWSVerifier verifier;
    private final Duration length;
    private final InstantSource clock;
    private final Bounded<Session> begun = new Bounded<>();

    Sessions(final byte[] key, final Duration length, final InstantSource clock) {
        this.key = key.clone();
        this.length = length;
        this.clock = clock;
        try {
            this.verifier = new MACVerifier(key);
        } catch (final JOSEException e) {
            throw new IllegalArgumentException("a session key needs 32 bytes at the least", e);
        }
    }

    Session begin(final String person) {
        // tokens count in seconds
        final Instant until = clock.instant().plus(length).truncatedTo(ChronoUnit.SECONDS);
        return new Session(UUID.randomUUID().toString(), person, until);
    }

    /** Who lost the answer and asks again with the same key gets it again, while it lasts and this process knows of it. */
    Session begin(final String person, final String idempotencyKey, final Predicate<Session> lasts) {
        return begun.change(
                person + " " + idempotencyKey,
                before -> before != null && before.expiresAt().isAfter(clock.instant()) && lasts.test(before)
                        ? before
                        : begin(person));
    }

    String token(final Session session) {
        final SignedJWT token = new SignedJWT(
                new JWSHeader(ALGORITHM),
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .subject(session.person())
                        .jwtID(session.id())
                        .expirationTime(Date.from(session.expiresAt()))
                        .build());
        try {
            token.sign(new MACSigner(key));
        } catch (final JOSEException e) {
            throw new IllegalStateException("every key that can check can sign", e);
        }
        return token.serialize();
    }

    /** The session that a token is of; nothing where it is none of ours, or over. */
    Optional<Session> read(final String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            final SignedJWT signed = SignedJWT.parse(token);
            return ALGORITHM.equals(signed.getHeader().getAlgorithm()) && signed.verify(verifier)
                    ? read(signed.getJWTClaimsSet())
                    : Optional.empty();
        } catch (final ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    private Optional<Session> read(final JWTClaimsSet claims) {
        if (!ISSUER.equals(claims.getIssuer())
                || claims.getSubject() == null
                || claims.getJWTID() == null
                || claims.getExpirationTime() == null) {
            return Optional.empty();
        }
        final Session session = new Session(
                claims.getJWTID(),
                claims.getSubject(),
                claims.getExpirationTime().toInstant());
        return Optional.of(session).filter(it -> it.expiresAt().isAfter(clock.instant()));
    }
}

package io.millrace.api.hop;

import io.millrace.api.page.Reach;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Signs what one instance says to another, with the secret that all instances share. The signature covers whom it is
 * for, the whole read and when it was passed on, so that it is of no use for anything else.
 */
final class HopSeal {

    static final String HEADER = "Millrace-Hop";

    /** Clocks of machines differ; what is overheard can be repeated for so long, as the same read to the same instance. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private static final String HMAC = "HmacSHA256";
    private static final Pattern FORM = Pattern.compile("1;(owned|copied);(\\d{1,6});(\\d{1,15});([0-9a-f]{64})");

    private final SecretKeySpec secret;
    private final InstantSource clock;

    HopSeal(final byte[] secret, final InstantSource clock) {
        this.secret = new SecretKeySpec(secret, HMAC);
        this.clock = clock;
    }

    String seal(final HopMark mark, final HostInfo to, final Asking asking) {
        final String said = "1;" + mark.reach().name().toLowerCase(Locale.ROOT) + ";"
                + mark.left().toMillis() + ";" + clock.millis();
        return said + ";" + HexFormat.of().formatHex(signature(said, to, asking));
    }

    /** Empty if nobody of ours has said this, to us, about this read, just now. */
    Optional<HopMark> open(final String header, final HostInfo self, final Asking asking) {
        final Matcher form = FORM.matcher(header);
        if (!form.matches()) {
            return Optional.empty();
        }
        final byte[] expected = signature(header.substring(0, header.lastIndexOf(';')), self, asking);
        if (!MessageDigest.isEqual(expected, HexFormat.of().parseHex(form.group(4)))
                || Math.abs(clock.millis() - Long.parseLong(form.group(3))) > FRESH.toMillis()) {
            return Optional.empty();
        }
        final Reach reach = form.group(1).equals("owned") ? Reach.OWNED : Reach.COPIED;
        return Optional.of(new HopMark(reach, Duration.ofMillis(Long.parseLong(form.group(2)))));
    }

    private byte[] signature(final String said, final HostInfo to, final Asking asking) {
        final StringBuilder all = new StringBuilder(said)
                .append('\n')
                .append(to.host())
                .append(':')
                .append(to.port())
                .append('\n')
                .append(asking.path());
        asking.headers()
                .forEach((name, value) ->
                        all.append('\n').append(name).append(':').append(value));
        try {
            final Mac mac = Mac.getInstance(HMAC);
            mac.init(secret);
            return mac.doFinal(all.toString().getBytes(StandardCharsets.UTF_8));
        } catch (final GeneralSecurityException e) {
            throw new IllegalStateException("this Java can't sign", e);
        }
    }
}

package io.millrace.api.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Makes of a password what it can be checked against later, and checks it. Both are heavy on purpose. */
final class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getDecoder();

    private final PasswordCost cost;
    private final SecureRandom random = new SecureRandom();
    private final String nobodys;

    Passwords(final PasswordCost cost) {
        this.cost = cost;
        this.nobodys = hash(ENCODER.encodeToString(random(HASH_BYTES)));
    }

    /** With its salt and its cost, as everybody writes Argon2 hashes: {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}. */
    String hash(final String password) {
        final byte[] salt = random(SALT_BYTES);
        return "$argon2id$v=19$" + cost + "$" + ENCODER.encodeToString(salt) + "$"
                + ENCODER.encodeToString(argon2(password, salt, cost, HASH_BYTES));
    }

    boolean fits(final String password, final String hash) {
        final String[] parts = hash.split("\\$");
        final byte[] expected = DECODER.decode(parts[5]);
        final byte[] found = argon2(password, DECODER.decode(parts[4]), costOf(hash), expected.length);
        return MessageDigest.isEqual(expected, found);
    }

    /** Made at another cost than is asked for now. */
    boolean outdated(final String hash) {
        return !costOf(hash).equals(cost);
    }

    /** What nobody knows the password of: to take as long over somebody unknown as over anybody else. */
    String nobodys() {
        return nobodys;
    }

    private static PasswordCost costOf(final String hash) {
        return PasswordCost.of(hash.split("\\$")[3]);
    }

    private byte[] random(final int length) {
        final byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] argon2(final String password, final byte[] salt, final PasswordCost cost, final int length) {
        final Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.iterations())
                .withParallelism(cost.parallelism())
                .withSalt(salt)
                .build());
        final byte[] out = new byte[length];
        // keyboards differ in how they compose the same letter
        argon2.generateBytes(Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8), out);
        return out;
    }
}

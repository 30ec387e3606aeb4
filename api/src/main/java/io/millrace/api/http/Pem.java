package io.millrace.api.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a key store of PEM files, in memory. */
final class Pem {

    static final char[] NO_PASSWORD = new char[0];

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final List<String> KINDS = List.of("RSA", "EC", "Ed25519");

    private Pem() {}

    /** @throws IllegalArgumentException saying which file is no good, and what would be */
    static KeyStore keyStore(final Tls tls) {
        try {
            final Certificate[] chain = chain(tls.certificates());
            final KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            store.setKeyEntry("millrace", key(tls.key()), NO_PASSWORD, chain);
            return store;
        } catch (final IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "TLS needs a certificate in " + tls.certificates() + " and its key in " + tls.key() + ": "
                            + e.getMessage(),
                    e);
        }
    }

    private static Certificate[] chain(final Path file) throws IOException, GeneralSecurityException {
        final var certificates = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException(file + " has no certificate in it; PEM is expected.");
        }
        return certificates.toArray(Certificate[]::new);
    }

    private static PrivateKey key(final Path file) throws IOException, GeneralSecurityException {
        final Matcher key = KEY.matcher(Files.readString(file, StandardCharsets.US_ASCII));
        if (!key.find()) {
            throw new IllegalArgumentException(
                    file
                            + " has no unencrypted PKCS#8 key in it (BEGIN PRIVATE KEY); openssl pkcs8 -topk8 -nocrypt makes one.");
        }
        final var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(key.group(1)));
        for (final String kind : KINDS) {
            try {
                return KeyFactory.getInstance(kind).generatePrivate(spec);
            } catch (final InvalidKeySpecException e) {
                // of another kind
            }
        }
        throw new IllegalArgumentException("The key in " + file + " is none of " + String.join(", ", KINDS) + ".");
    }
}

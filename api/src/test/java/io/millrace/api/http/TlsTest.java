package io.millrace.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.javalin.Javalin;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encrypted with PEM files, which are renewed while it runs. */
class TlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path dir;

    @Test
    void shouldEncryptAndTakeARenewedCertificateWithoutARestart() throws Exception {
        final Tls tls = new Tls(dir.resolve("cert.pem"), dir.resolve("key.pem"));
        final X509Certificate first = renew(tls, "first", "EC");
        final Javalin javalin = Javalin.create(config -> {
            ServerHabits.apply(config, FacadeSettings.onLoopback(0).with(Protection.NONE.with(tls)));
            config.routes.get("/", ctx -> ctx.result(ctx.scheme()));
        });
        javalin.start();
        try {
            final HttpResponse<String> reply = get(javalin.port(), first);
            assertThat(reply.body()).isEqualTo("https");
            assertThat(reply.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(serial(reply)).isEqualTo(first.getSerialNumber());

            Files.writeString(tls.key(), "half written");
            final X509Certificate second = renew(tls, "second", "RSA");
            await().atMost(Duration.ofSeconds(20))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> serial(get(javalin.port(), second)).equals(second.getSerialNumber()));
        } finally {
            javalin.stop();
        }
    }

    @Test
    void shouldSayWhatIsWrongWithTheFiles() throws Exception {
        final Tls tls = new Tls(dir.resolve("cert.pem"), dir.resolve("key.pem"));
        renew(tls, "any", "EC");
        Files.writeString(tls.key(), "-----BEGIN ENCRYPTED PRIVATE KEY-----");
        assertThatThrownBy(() -> Pem.keyStore(tls)).hasMessageContaining("openssl pkcs8 -topk8 -nocrypt");
        Files.writeString(tls.certificates(), "");
        assertThatThrownBy(() -> Pem.keyStore(tls)).hasMessageContaining("cert.pem");
    }

    private X509Certificate renew(final Tls tls, final String name, final String kind) throws Exception {
        final Path store = dir.resolve(name + ".p12");
        final Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-J-XX:TieredStopAtLevel=1",
                        "-genkeypair",
                        "-alias",
                        "it",
                        "-keyalg",
                        kind,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD),
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1")
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        final KeyStore made = KeyStore.getInstance(store.toFile(), PASSWORD);
        final X509Certificate certificate = (X509Certificate) made.getCertificate("it");
        Files.writeString(tls.certificates(), pem("CERTIFICATE", certificate.getEncoded()));
        Files.writeString(
                tls.key(), pem("PRIVATE KEY", made.getKey("it", PASSWORD).getEncoded()));
        return certificate;
    }

    private static String pem(final String what, final byte[] bytes) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
                + "\n-----END " + what + "-----\n";
    }

    /** By somebody who trusts that certificate only. */
    private static HttpResponse<String> get(final int port, final X509Certificate trusted)
            throws IOException, InterruptedException, GeneralSecurityException {
        final KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        store.setCertificateEntry("it", trusted);
        final TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        final SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        try (HttpClient http = HttpClient.newBuilder().sslContext(context).build()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static BigInteger serial(final HttpResponse<String> reply) throws IOException {
        final var session = reply.sslSession().orElseThrow();
        return ((X509Certificate) Objects.requireNonNull(session.getPeerCertificates())[0]).getSerialNumber();
    }
}

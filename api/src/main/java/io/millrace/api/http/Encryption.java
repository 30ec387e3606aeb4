package io.millrace.api.http;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Encrypts connections with what the files hold now: a certificate that is renewed needs no restart. */
final class Encryption {

    private static final Logger LOG = LoggerFactory.getLogger(Encryption.class);
    private static final int LOOK_SECONDS = 2;

    private final Tls tls;
    private final SslContextFactory.Server factory = new SslContextFactory.Server();
    private int known;

    Encryption(final Tls tls) {
        this.tls = tls;
        this.known = fingerprint();
        factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        factory.setKeyStorePassword("");
        factory.setKeyStore(Pem.keyStore(tls));
    }

    SslContextFactory.Server factory() {
        return factory;
    }

    void lookAfter(final ServerConnector connector) {
        connector.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarted(final LifeCycle event) {
                lookSoon(connector);
            }
        });
    }

    private void lookSoon(final ServerConnector connector) {
        connector.getScheduler().schedule(() -> look(connector), LOOK_SECONDS, TimeUnit.SECONDS);
    }

    private void look(final ServerConnector connector) {
        try {
            final int now = fingerprint();
            if (now != known) {
                known = now;
                factory.reload(it -> it.setKeyStore(Pem.keyStore(tls)));
                LOG.info("certificate read again, file={}", tls.certificates());
            }
        } catch (final Exception e) {
            // half written, or wrong: the one before holds, and the next change is looked at again
            LOG.warn("the certificate was changed and can't be used: {}", e.getMessage());
        }
        if (connector.isRunning()) {
            lookSoon(connector);
        }
    }

    private int fingerprint() {
        try {
            return 31 * Arrays.hashCode(Files.readAllBytes(tls.certificates()))
                    + Arrays.hashCode(Files.readAllBytes(tls.key()));
        } catch (final IOException e) {
            throw new IllegalArgumentException("TLS files can't be read: " + e.getMessage(), e);
        }
    }
}

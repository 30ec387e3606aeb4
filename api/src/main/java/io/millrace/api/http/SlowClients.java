package io.millrace.api.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Hangs up on who takes too long to ask: a request sent byte by byte holds a connection for as long as somebody likes,
 * and never idles. Who has asked, and waits for an answer or listens, is left alone; so is who wasn't heard yet, since it
 * may be us who are late.
 */
final class SlowClients implements Connection.Listener {

    /** Since when a request is on its way: so many were whole by then, and so many bytes had come. */
    private record Asking(long since, long whole, long bytes) {}

    private final long patience;
    private final Map<Connection, Asking> connections = new ConcurrentHashMap<>();

    private SlowClients(final Duration patience) {
        this.patience = patience.toNanos();
    }

    static void hangUpOn(final ServerConnector connector, final Duration patience) {
        final SlowClients slow = new SlowClients(patience);
        connector.addBean(slow);
        connector.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarted(final LifeCycle event) {
                slow.sweepSoon(connector);
            }
        });
    }

    @Override
    public void onOpened(final Connection connection) {
        connections.put(connection, new Asking(0, 0, 0));
    }

    @Override
    public void onClosed(final Connection connection) {
        connections.remove(connection);
    }

    private void sweepSoon(final ServerConnector connector) {
        connector.getScheduler().schedule(() -> sweep(connector), 500, TimeUnit.MILLISECONDS);
    }

    private void sweep(final ServerConnector connector) {
        final long now = System.nanoTime();
        connections.forEach((connection, asking) -> look(connection, asking, now));
        if (connector.isRunning()) {
            sweepSoon(connector);
        }
    }

    private void look(final Connection connection, final Asking asking, final long now) {
        final long whole = connection.getMessagesIn();
        final long bytes = connection.getBytesIn();
        if (whole != asking.whole()) {
            connections.replace(connection, new Asking(0, whole, bytes));
        } else if (asking.since() != 0 && bytes != asking.bytes()) {
            if (now - asking.since() > patience) {
                connection.getEndPoint().close();
            }
        } else if (bytes != asking.bytes()) {
            connections.replace(connection, new Asking(now, whole, bytes));
        }
    }
}

package io.millrace.api.http;

import org.eclipse.jetty.ee10.servlet.SessionHandler;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Looks for no session of the server's with each request: who is signed in is known by tokens of ours. */
final class NoSessions extends SessionHandler {

    @Override
    public boolean handle(final Request request, final Response response, final Callback callback) throws Exception {
        final Handler next = getHandler();
        return next != null && next.handle(request, response, callback);
    }
}

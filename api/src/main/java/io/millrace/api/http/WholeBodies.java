package io.millrace.api.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what nobody wanted of a body before the answer goes out. The server hangs up on whoever still sends when it has
 * answered: they can't read why they are refused, and their next request meets a closed connection.
 */
final class WholeBodies implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(WholeBodies.class);

    /** What says that it is larger isn't read at all. */
    static final long MOST_READ = 8 * 1024 * 1024;

    @Override
    public void doFilter(final ServletRequest request, final ServletResponse response, final FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
        if (!request.isAsyncStarted() && request.getContentLengthLong() <= MOST_READ) {
            readOn(request);
        }
    }

    private static void readOn(final ServletRequest request) {
        try {
            final ServletInputStream rest = request.getInputStream();
            if (!rest.isFinished()) {
                rest.skip(MOST_READ);
            }
        } catch (final IOException e) {
            LOG.debug("a caller hung up: {}", e.getMessage());
        }
    }
}

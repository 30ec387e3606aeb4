package io.millrace.api.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/**
 * A HEAD is answered as the GET would be, by the same route; the server, which knows better, leaves the body away. Live
 * streams have no end that could be waited for, and so no such answer.
 */
final class HeadsAsGets implements Filter {

    private static final String LIVE = "/events";

    @Override
    public void doFilter(final ServletRequest request, final ServletResponse response, final FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request instanceof HttpServletRequest it && isHead(it) ? new AsGet(it) : request, response);
    }

    private static boolean isHead(final HttpServletRequest request) {
        return request.getMethod().equals("HEAD") && !request.getRequestURI().startsWith(LIVE);
    }

    private static final class AsGet extends HttpServletRequestWrapper {

        AsGet(final HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }
}

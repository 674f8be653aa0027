package fr.hubee.websecurity;

import fr.hubee.kernel.settings.PublicAddress;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** HSTS: after a first visit by https, a browser never uses http again (RFC 6797). */
@WebFilter("/*")
public class StrictTransport extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String ONE_YEAR = "max-age=31536000";

    @Inject
    transient PublicAddress publicAddress;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (publicAddress.isHttps()) {
            response.setHeader("Strict-Transport-Security", ONE_YEAR);
        }
        chain.doFilter(request, response);
    }
}

package fr.hubee.http;

import fr.hubee.operation.metrics.HubMetrics;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Gives Prometheus the metrics, for the token of {@code HUBEE_METRICS_TOKEN}; without that setting the address does not exist. */
@WebServlet(MetricsServlet.PATH)
public class MetricsServlet extends HttpServlet {
    public static final String PATH = "/metrics";

    private static final long serialVersionUID = 1L;

    @Inject
    transient HttpSettings settings;

    @Inject
    transient HubMetrics metrics;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var token = settings.metricsToken();
        if (token.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!isBrought(token.get(), request)) {
            response.setHeader("WWW-Authenticate", "Bearer");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.setContentType(HubMetrics.CONTENT_TYPE);
            response.setHeader("Cache-Control", "no-store");
            metrics.write(response.getOutputStream());
        }
    }

    private static boolean isBrought(String token, HttpServletRequest request) {
        var brought = request.getHeader("Authorization");
        return brought != null && MessageDigest.isEqual(bytes("Bearer " + token), bytes(brought));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

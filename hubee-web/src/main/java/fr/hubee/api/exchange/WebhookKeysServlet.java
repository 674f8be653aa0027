package fr.hubee.api.exchange;

import fr.hubee.exchange.feed.WebhookEndpointService;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.NotFound;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/** Serves to everybody the public keys that sign the webhooks of one endpoint, {@code /.well-known/webhooks/<its identifier>}. */
@WebServlet("/.well-known/webhooks/*")
public class WebhookKeysServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final Pattern PATH = Pattern.compile("/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Inject
    transient WebhookEndpointService endpoints;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getPathInfo();
        if (path == null || !PATH.matcher(path).matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            var keys = endpoints.publicKeys(UUID.fromString(path.substring(1)));
            response.setContentType("application/jwk-set+json");
            response.setHeader("Cache-Control", "public, max-age=3600");
            response.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        } catch (NotFound gone) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (Conflict refused) {
            response.sendError(HttpServletResponse.SC_CONFLICT);
        }
    }
}

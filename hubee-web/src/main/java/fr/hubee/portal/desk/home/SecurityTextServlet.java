package fr.hubee.portal.desk.home;

import fr.hubee.kernel.settings.PublicAddress;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Serves the contact for vulnerability reports, if it is set. */
@WebServlet(SecurityTextServlet.SecurityText.PATH)
public class SecurityTextServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient SecurityTextSettings settings;

    @Inject
    transient PublicAddress publicAddress;

    @Inject
    transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var contact = settings.contact();
        if (contact.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/plain");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getWriter().write(new SecurityText(contact.get(), publicAddress.uri()).at(clock.instant()));
    }

    /** The contact for vulnerability reports (RFC 9116); it expires after a month. */
    record SecurityText(URI contact, URI portal) {
        static final String PATH = "/.well-known/security.txt";

        private static final int DAYS_GOOD = 30;

        String at(Instant now) {
            return """
                    Contact: %s
                    Expires: %s
                    Preferred-Languages: fr, en
                    Canonical: %s%s
                    """.formatted(
                            contact, now.truncatedTo(ChronoUnit.DAYS).plus(DAYS_GOOD, ChronoUnit.DAYS), portal, PATH);
        }
    }
}

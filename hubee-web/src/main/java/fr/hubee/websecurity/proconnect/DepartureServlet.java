package fr.hubee.websecurity.proconnect;

import fr.hubee.websecurity.SignInAddress;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** « S'identifier avec ProConnect »: sends the browser to the provider. */
@WebServlet("/proconnect/connexion")
public class DepartureServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient ProConnectSignIn signIn;

    @Inject
    transient SealedCookieStore cookies;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        var flow = signIn.flow();
        if (flow.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            var next = request.getParameter("vers");
            var departure = request.getParameter("confirmer") == null
                    ? flow.get().depart(next, request.getRemoteAddr())
                    : flow.get().departAgain(next, request.getRemoteAddr());
            cookies.keepAttempt(response, departure);
            response.sendRedirect(departure.to().toString());
        } catch (Refused refused) {
            response.sendRedirect(SignInAddress.telling(refused.refusal().code()));
        }
    }
}

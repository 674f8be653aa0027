package fr.hubee.websecurity.proconnect;

import fr.hubee.websecurity.PersonCookie;
import fr.hubee.websecurity.SignInAddress;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;

/** Signs out here, then at the provider if the person signed in with it; target of a form of the portal. */
@WebServlet("/proconnect/deconnexion")
public class SignOutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient ProConnectSignIn signIn;

    @Inject
    transient SealedCookieStore cookies;

    @Inject
    transient PersonCookie sessions;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        sessions.close(request, response);
        var provider = signIn.signOut(
                PersonCookie.value(request, SealedCookieStore.ID_TOKEN).orElse(null));
        cookies.forget(response, SealedCookieStore.ID_TOKEN);
        if (provider.isPresent()) {
            redirectToProvider(response, provider.get());
        } else {
            response.setHeader("Location", SignInAddress.SIGNED_OUT);
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        }
    }

    /** Shows a page with a link to the provider: our policy limits forms to this portal, also for redirects. */
    private static void redirectToProvider(HttpServletResponse response, URI provider) throws IOException {
        var address = provider.toASCIIString();
        response.setHeader("Refresh", "0; url=" + address);
        response.setContentType("text/html; charset=UTF-8");
        response.getWriter()
                .write("<!DOCTYPE html><html lang=\"fr\"><title>Déconnexion – HubEE</title><p><a href=\""
                        + address.replace("&", "&amp;").replace("\"", "&quot;")
                        + "\">Terminer la déconnexion avec ProConnect</a></p></html>");
    }
}

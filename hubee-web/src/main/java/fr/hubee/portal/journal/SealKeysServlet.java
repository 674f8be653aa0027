package fr.hubee.portal.journal;

import fr.hubee.journal.seal.JournalProofService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Serves to everybody the public keys that sign for the hub, and those that have signed. */
@WebServlet("/.well-known/jwks.json")
public class SealKeysServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient JournalProofService proofs;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/jwk-set+json");
        response.setHeader("Cache-Control", "public, max-age=3600");
        response.getOutputStream().write(proofs.keys().getBytes(StandardCharsets.UTF_8));
    }
}

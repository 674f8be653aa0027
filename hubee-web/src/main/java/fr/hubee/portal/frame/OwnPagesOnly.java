package fr.hubee.portal.frame;

import fr.hubee.http.ApiPath;
import fr.hubee.portal.message.ErrorPage;
import fr.hubee.shared.settings.PublicAddress;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** Requests that act in a person's name must come from a page of this portal: other sites' requests carry her cookie too. */
@WebFilter("/*")
public class OwnPagesOnly extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** GET requests that have an effect: a downloaded file begins the work on its télédossier. */
    private static final Set<String> ACTING_LINKS =
            Set.of("/fichiers/piece", "/teledossiers.csv", "/teledossiers.xlsx");

    private static final String TITLE = "Cette demande ne vient pas d’une page de HubEE";
    private static final String TEXT =
            "Pour votre sécurité, rien n’a été fait : HubEE n’agit que sur ce qui est demandé"
                    + " depuis ses propres pages. Ouvrez HubEE, allez à la page où se trouve ce que vous vouliez faire, puis"
                    + " recommencez. Si cela se reproduit, mettez votre navigateur à jour ou écrivez au support.";

    @Inject
    transient PublicAddress publicAddress;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (acts(request) && !isFromOwnPage(request)) {
            request.setAttribute(ErrorPage.TITLE, TITLE);
            request.setAttribute(ErrorPage.TEXT, TEXT);
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean acts(HttpServletRequest request) {
        var path = request.getServletPath();
        return !ApiPath.is(path) && (!READING.contains(request.getMethod()) || ACTING_LINKS.contains(path));
    }

    private boolean isFromOwnPage(HttpServletRequest request) {
        var addressed = request.getScheme() + "://" + request.getHeader("Host");
        return Origins.of(publicAddress.uri(), addressed)
                .made(request.getHeader("Sec-Fetch-Site"), request.getHeader("Origin"), request.getHeader("Referer"));
    }
}

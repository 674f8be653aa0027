package fr.hubee.portal.page;

import fr.hubee.websecurity.LocalPath;
import fr.hubee.websecurity.SignInAddress;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/** The addresses of pages that code refers to. */
public final class Pages {
    public static final String HOME = LocalPath.HOME;
    public static final String SIGN_IN = SignInAddress.PATH;

    /** Parameter of the sign-in page: the session has ended. */
    public static final String SESSION_ENDED = "fin";

    public static final String CODE = "/code-de-connexion";
    public static final String EXPIRED_PASSWORD = "/mot-de-passe-expire";
    public static final String CONFIRMATION = "/confirmation";

    private static final Set<String> OPEN = Set.of(
            SIGN_IN,
            CODE,
            EXPIRED_PASSWORD,
            "/mot-de-passe",
            "/mot-de-passe-oublie",
            "/erreur",
            "/recepisse",
            "/logiciels-certifies",
            "/verifier-certificat",
            "/donnees-ouvertes",
            "/etat",
            "/comprendre",
            "/aide",
            "/contact",
            "/accessibilite",
            "/mentions-legales",
            "/donnees-personnelles",
            "/cgu",
            "/api",
            "/api-referentiel",
            "/api-evenements",
            "/plan-du-site",
            "/aide/erreurs",
            "/documentation");

    private Pages() {}

    /** Returns the address of the requested page, which may be requested under its other name. */
    public static String path(HttpServletRequest request) {
        return path(request.getServletPath());
    }

    public static String path(String view) {
        return view.replaceFirst("\\.xhtml$", "");
    }

    /** Whether it is visible without signing in. */
    public static boolean isOpen(String path) {
        return OPEN.contains(path);
    }

    public static void goTo(String address) {
        try {
            FacesContext.getCurrentInstance().getExternalContext().redirect(address);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}

package fr.hubee.portal.address;

import fr.hubee.websecurity.LocalPath;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** The page that somebody is at, with what is asked of it: a form is sent to the page without what was asked of it. */
public final class WantedPath {

    private WantedPath() {}

    public static String of(HttpServletRequest request) {
        var path = request.getServletPath();
        if ("GET".equals(request.getMethod())) {
            return withQuery(path, request.getQueryString());
        }
        return LocalPath.of(cameFrom(request.getHeader("Referer"), path));
    }

    /** The page of this portal that a form was on, whatever it is sent to; else the home page. */
    public static String before(HttpServletRequest request) {
        try {
            var page = URI.create(String.valueOf(request.getHeader("Referer")));
            return request.getServerName().equals(page.getHost())
                    ? LocalPath.of(withQuery(page.getRawPath(), page.getRawQuery()))
                    : Pages.HOME;
        } catch (IllegalArgumentException noAddress) {
            return Pages.HOME;
        }
    }

    /** Browsers tell this portal, and it alone, from which of its pages a form comes. */
    static String cameFrom(String referer, String path) {
        try {
            var page = URI.create(referer == null ? "" : referer);
            return path.equals(page.getPath()) ? withQuery(path, page.getRawQuery()) : path;
        } catch (IllegalArgumentException noAddress) {
            return path;
        }
    }

    private static String withQuery(String path, String query) {
        return query == null ? path : path + "?" + query;
    }
}

package fr.hubee.portal.page;

import fr.hubee.websecurity.LocalPath;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** The current page with its query: a form is posted to the page without the query. */
public final class WantedPath {

    private WantedPath() {}

    public static String of(HttpServletRequest request) {
        var path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        if ("GET".equals(request.getMethod())) {
            return withQuery(path, request.getQueryString());
        }
        return LocalPath.of(cameFrom(request.getHeader("Referer"), path));
    }

    /** Returns the page of this portal that contained the form, whatever its target; else the home page. */
    public static String before(HttpServletRequest request) {
        try {
            var page = URI.create(String.valueOf(request.getHeader("Referer")));
            return request.getServerName().equals(page.getHost())
                    ? LocalPath.of(withQuery(page.getRawPath(), page.getRawQuery()))
                    : Pages.HOME;
        } catch (IllegalArgumentException invalid) {
            return Pages.HOME;
        }
    }

    /** Returns the page from the Referer, which browsers send in full to this portal only. */
    static String cameFrom(String referer, String path) {
        try {
            var page = URI.create(referer == null ? "" : referer);
            return path.equals(page.getPath()) ? withQuery(path, page.getRawQuery()) : path;
        } catch (IllegalArgumentException invalid) {
            return path;
        }
    }

    private static String withQuery(String path, String query) {
        return query == null ? path : path + "?" + query;
    }
}

package fr.hubee.websecurity;

import jakarta.servlet.http.HttpServletRequest;

/** Requests that an open page sends by itself: the person may be absent, so they do not extend her session. */
public final class SessionPath {
    /** The address where a page asks for the remaining time of the session. */
    public static final String PATH = "/session";

    /** The header of requests without a user action, such as a refresh. */
    public static final String UNATTENDED = "X-HubEE-Refresh";

    private SessionPath() {}

    static boolean is(HttpServletRequest request) {
        return PATH.equals(request.getServletPath());
    }

    static boolean isUnattended(HttpServletRequest request) {
        return request.getHeader(UNATTENDED) != null;
    }
}

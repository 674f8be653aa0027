package fr.hubee.websecurity;

import jakarta.servlet.http.HttpServletRequest;

/** What an open page asks by itself: the person may have left, so that her session goes on ageing. */
public final class SessionPath {
    /** Where a page asks how long the session lasts. */
    public static final String PATH = "/session";

    /** Comes with what a page fetches without being told to, such as a refresh. */
    public static final String UNATTENDED = "X-HubEE-Refresh";

    private SessionPath() {}

    static boolean is(HttpServletRequest request) {
        return PATH.equals(request.getServletPath());
    }

    static boolean isUnattended(HttpServletRequest request) {
        return request.getHeader(UNATTENDED) != null;
    }
}

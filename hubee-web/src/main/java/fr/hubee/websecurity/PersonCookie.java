package fr.hubee.websecurity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Opens and closes the cookie that a person is known by, for pages and servlets. */
@ApplicationScoped
public class PersonCookie {
    public static final String NAME = "hubee-session";

    /** Whatever the browser was before is forgotten. */
    public void open(HttpServletRequest request, HttpServletResponse response, String sessionToken) {
        throw new UnsupportedOperationException();
    }

    /** Signs out. */
    public void close(HttpServletRequest request, HttpServletResponse response) {
        throw new UnsupportedOperationException();
    }

    public Optional<String> token(HttpServletRequest request) {
        throw new UnsupportedOperationException();
    }
}

package fr.hubee.websecurity;

import fr.hubee.clients.token.TokenService;
import fr.hubee.http.MetricsServlet;
import fr.hubee.http.OutageAnswer;
import fr.hubee.http.RequestKind;
import fr.hubee.kernel.database.Outage;
import fr.hubee.kernel.database.OutageLog;
import fr.hubee.kernel.security.Caller;
import fr.hubee.people.session.SessionService;
import fr.hubee.people.session.SessionService.OpenSession;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;
import org.wildfly.security.authz.RoleMapper;
import org.wildfly.security.authz.Roles;

/**
 * The first filter ({@code web.xml}) authenticates all requests: partners by their token, people by their session cookie. The rest of the
 * request runs with the caller's identity, whose roles the EJBs check; so do forwards and error pages, which the server would run without
 * it.
 *
 * <p>It refuses nobody: anonymous callers are refused later, by {@code CallerRequired} with the contract's answer. It answers failures
 * because the database or the disk is unavailable, or full, also during authentication.
 */
public class CallerFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String BEARER = "Bearer ";

    @Inject
    transient TokenService tokens;

    @Inject
    transient SessionService sessions;

    @Inject
    transient CurrentCaller currentCaller;

    @Inject
    transient OutageLog outages;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean asked = request.getDispatcherType() == DispatcherType.REQUEST;
        // the page of an error asks the database, too: it shows who is signed in
        if (!asked && request.getDispatcherType() != DispatcherType.ERROR) {
            serve(request, response, chain);
            return;
        }
        try {
            if (asked && !currentCaller.isKnown()) { // a request whose file is complete is dispatched again
                caller(request).ifPresent(currentCaller::set);
            }
            serve(request, response, chain);
        } catch (Exception failure) { // also a checked one that nobody declares, of a commit whose answer is lost
            var outage = response.isCommitted() ? Optional.<Outage>empty() : outages.metByRequest(cause(failure));
            if (outage.isEmpty()) {
                throw failure;
            }
            OutageAnswer.send(outage.get(), request, response);
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!currentCaller.isKnown()) {
            chain.doFilter(request, response);
            return;
        }
        var failure = identity(currentCaller.get()).runAsSupplier(() -> failure(request, response, chain));
        if (failure instanceof IOException broken) {
            throw broken;
        }
        if (failure instanceof ServletException refused) {
            throw refused;
        }
    }

    /** Returns the failure of the rest of the request; null for none. */
    private static Exception failure(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
            return null;
        } catch (IOException | ServletException failure) {
            return failure;
        }
    }

    /** Returns the cause of a failure; ServletException does not always set its Java cause. */
    private static Throwable cause(Throwable failure) {
        return failure instanceof ServletException wrapped && wrapped.getRootCause() != null
                ? wrapped.getRootCause()
                : failure;
    }

    private Optional<Caller> caller(HttpServletRequest request) {
        if (MetricsServlet.PATH.equals(request.getServletPath())) {
            return Optional.empty(); // answers without the database, too
        }
        try {
            var token = bearer(request.getHeader("Authorization"));
            return token == null ? person(request) : partner(token, request);
        } catch (Exception failure) {
            if (isStatic(request) && Outage.of(failure).isPresent()) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** Returns the token of the header Authorization; null where there is none. */
    public static String bearer(String header) {
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    /** Authenticates software by its bearer token (RFC 6750), without a session. */
    private Optional<Caller> partner(String token, HttpServletRequest request) {
        return tokens.admit(
                token, request.getRemoteAddr(), () -> PresentedCertificate.thumbprint(request), currentCaller::limitTo);
    }

    /** Authenticates people by their session cookie, except on the APIs. */
    private Optional<Caller> person(HttpServletRequest request) {
        return RequestKind.isForSoftware(request.getServletPath()) || SessionPath.is(request)
                ? Optional.empty()
                : PersonCookie.token(request)
                        .flatMap(token -> session(request, token))
                        .map(OpenSession::caller);
    }

    private Optional<OpenSession> session(HttpServletRequest request, String token) {
        return SessionPath.isUnattended(request)
                ? sessions.find(token, request.getRemoteAddr())
                : sessions.use(token, request.getRemoteAddr());
    }

    /** Whether it is a static file, such as the stylesheet of the outage page. */
    private static boolean isStatic(HttpServletRequest request) {
        var path = request.getServletPath();
        return path.startsWith("/resources/") || path.startsWith("/jakarta.faces.resource/");
    }

    /** Returns the identity, without a realm of the server: the application knows its callers. */
    private static SecurityIdentity identity(Caller caller) {
        return SecurityDomain.getCurrent()
                .createAdHocIdentity(caller.name())
                .withDefaultRoleMapper(RoleMapper.constant(Roles.fromSet(caller.roles())));
    }
}

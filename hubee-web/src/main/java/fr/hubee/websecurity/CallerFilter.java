package fr.hubee.websecurity;

import fr.hubee.clients.token.TokenService;
import fr.hubee.clients.token.TokenService.Admission;
import fr.hubee.http.ApiPath;
import fr.hubee.http.MetricsServlet;
import fr.hubee.http.body.UnreadFile;
import fr.hubee.kernel.database.Outage;
import fr.hubee.kernel.security.Caller;
import fr.hubee.people.session.SessionService;
import fr.hubee.people.session.SessionService.OpenSession;
import io.undertow.util.AttachmentKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
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
 * The second filter ({@code web.xml}) authenticates all requests: partners by their token, people by their session cookie. The rest of the
 * request runs with the caller's identity, whose roles the EJBs check; so do forwards and error pages, which the server would run without
 * it.
 *
 * <p>It only identifies the caller. Anonymous callers are refused later, by {@code CallerRequired} with the contract's answer.
 */
public class CallerFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient PartnerToken partners;

    @Inject
    transient PersonAuthentication people;

    @Inject
    transient CurrentCaller currentCaller;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            caller(request).ifPresent(currentCaller::set);
        }
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

    private Optional<Caller> caller(HttpServletRequest request) {
        if (MetricsServlet.PATH.equals(request.getServletPath())) {
            return Optional.empty(); // answers without the database, too
        }
        try {
            return PartnerToken.isIn(request) ? partners.holder(request) : people.holder(request);
        } catch (RuntimeException failure) {
            if (isStatic(request) && Outage.of(failure).isPresent()) {
                return Optional.empty();
            }
            throw failure;
        }
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

    /** Authenticates people by their session cookie, except on the APIs. */
    @ApplicationScoped
    static class PersonAuthentication {
        @Inject
        SessionService sessions;

        Optional<Caller> holder(HttpServletRequest request) {
            if (ApiPath.is(request.getServletPath()) || SessionPath.is(request)) {
                return Optional.empty();
            }
            return PersonCookie.token(request)
                    .flatMap(token -> session(request, token))
                    .map(OpenSession::caller);
        }

        private Optional<OpenSession> session(HttpServletRequest request, String token) {
            return SessionPath.isUnattended(request)
                    ? sessions.find(token, request.getRemoteAddr())
                    : sessions.use(token, request.getRemoteAddr());
        }
    }

    /** Authenticates software by its bearer token (RFC 6750), without a session. */
    @Dependent
    static class PartnerToken {
        private static final AttachmentKey<Admission> ADMISSION = AttachmentKey.create(Admission.class);
        private static final String BEARER = "Bearer ";

        @Inject
        TokenService tokens;

        @Inject
        CurrentCaller current;

        static boolean isIn(HttpServletRequest request) {
            var header = request.getHeader("Authorization");
            return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
        }

        Optional<Caller> holder(HttpServletRequest request) {
            var token = request.getHeader("Authorization").substring(BEARER.length());
            var admission = UnreadFile.once(
                    ADMISSION,
                    () -> tokens.admit(
                            token.strip(), request.getRemoteAddr(), () -> PresentedCertificate.thumbprint(request)));
            admission.limit().ifPresent(current::limitTo);
            return admission.caller();
        }
    }
}

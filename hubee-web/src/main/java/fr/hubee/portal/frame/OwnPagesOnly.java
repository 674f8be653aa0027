package fr.hubee.portal.frame;

import fr.hubee.http.RequestKind;
import fr.hubee.http.body.RefusedBody;
import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.portal.field.ListTable;
import fr.hubee.portal.page.ActingLink;
import fr.hubee.portal.page.ErrorPage;
import fr.hubee.portal.page.FormToken;
import fr.hubee.websecurity.CurrentCaller;
import fr.hubee.websecurity.PersonCookie;
import fr.hubee.websecurity.SessionPath;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.Registration;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Accepts requests to the portal only as its own pages send them. A zero character, which no text of the database can contain, and a form
 * that cannot be read are refused. A request that acts in a person's name must come from a page of this portal: those of other sites carry
 * her cookie too.
 */
@WebFilter("/*")
public class OwnPagesOnly extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(OwnPagesOnly.class.getName());

    /** The name of its servlet. */
    private static final String FACES = "portal";

    /** The server's classes that read the parts of a form, and their headers. */
    private static final Pattern READER_OF_PARTS =
            Pattern.compile("io\\.undertow\\.util\\.(Headers|MultipartParser.*)");

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final String TITLE = "Cette demande ne vient pas d’une page de HubEE";
    private static final String TEXT =
            "Pour votre sécurité, rien n’a été fait : HubEE n’agit que sur ce qui est demandé"
                    + " depuis ses propres pages. Ouvrez HubEE, allez à la page où se trouve ce que vous vouliez faire, puis"
                    + " recommencez. Si cela se reproduit, mettez votre navigateur à jour ou écrivez au support.";

    private static final String OLD_TITLE = "Cette page est d’une session qui n’est plus la vôtre";
    private static final String OLD_TEXT =
            "Vous vous êtes reconnecté depuis, peut-être dans un autre onglet : rien n’a été fait. Revenez à la page,"
                    + " rechargez-la, puis recommencez.";

    private transient Set<String> actingServlets;

    @Inject
    transient PublicAddress publicAddress;

    @Inject
    transient FormToken token;

    @Inject
    transient CurrentCaller currentCaller;

    @Override
    public void init() {
        actingServlets = getServletContext().getServletRegistrations().values().stream()
                .filter(servlet -> isMarked(servlet.getClassName()))
                .map(Registration::getName)
                .collect(Collectors.toSet());
    }

    private static boolean isMarked(String servlet) {
        try {
            return Class.forName(servlet, false, Thread.currentThread().getContextClassLoader())
                    .isAnnotationPresent(ActingLink.class);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (RequestKind.isForSoftware(request.getServletPath())) {
            chain.doFilter(request, response);
            return;
        }
        if (!isOfParts(request) && hasZero(request)) {
            refuseForm("a zero character", request, response);
            return;
        }
        try {
            passOwn(request, response, chain);
        } catch (RuntimeException failure) {
            if (response.isCommitted() || !isUnreadableForm(failure)) {
                throw failure;
            }
            refuseForm("unreadable", request, response);
        }
    }

    private static void refuseForm(String reason, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LOG.log(Level.INFO, "A form was refused at {0}: {1}", request.getServletPath(), reason);
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }

    /** Whether it has parts for files, which are read later. */
    static boolean isOfParts(HttpServletRequest request) {
        return request.getContentType() != null
                && request.getContentType().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static boolean hasZero(HttpServletRequest request) throws IOException {
        request.setCharacterEncoding("UTF-8"); // before the form is read
        return request.getParameterMap().entrySet().stream()
                .flatMap(parameter -> Stream.concat(Stream.of(parameter.getKey()), Stream.of(parameter.getValue())))
                .anyMatch(text -> text.indexOf(0) >= 0);
    }

    /** Whether the server reports that the parts of a form have no end, or no beginning, or fails on how they are named. */
    static boolean isUnreadableForm(RuntimeException failure) {
        boolean reported = failure.getClass() == RuntimeException.class
                && failure.getCause() instanceof IOException
                && !RefusedBody.isTooSlow(failure);
        return reported
                || Stream.of(failure.getStackTrace())
                        .anyMatch(each ->
                                READER_OF_PARTS.matcher(each.getClassName()).matches());
    }

    private void passOwn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (acts(request) && !isFromOwnPage(request, publicAddress)) {
            refuse(request, response);
        } else if (needsToken(request) && !bringsToken(request)) {
            refuse(request, response, OLD_TITLE, OLD_TEXT);
        } else {
            chain.doFilter(request, response);
        }
    }

    static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refuse(request, response, TITLE, TEXT);
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, String title, String text)
            throws IOException {
        request.setAttribute(ErrorPage.TITLE, title);
        request.setAttribute(ErrorPage.TEXT, text);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    /** Whether a servlet needs the token: it acts in a person's name. Faces checks its own. */
    private boolean needsToken(HttpServletRequest request) {
        return acts(request)
                && !READING.contains(request.getMethod())
                && !FACES.equals(request.getHttpServletMapping().getServletName())
                && hasSession(request);
    }

    /** Whether there is a session; a request for its remaining time has no known caller, since it would prolong the session. */
    private boolean hasSession(HttpServletRequest request) {
        boolean asksForTheRest = SessionPath.PATH.equals(request.getServletPath());
        return currentCaller.isKnown()
                || (asksForTheRest && PersonCookie.token(request).isPresent());
    }

    private boolean bringsToken(HttpServletRequest request) throws IOException {
        request.setCharacterEncoding("UTF-8"); // before the form is read
        return token.isBrought();
    }

    private boolean acts(HttpServletRequest request) {
        return !READING.contains(request.getMethod()) || isActingLink(request);
    }

    /** Whether a GET request has an effect: an export of a list, or a marked servlet; {@link FilesGate} knows the marked files. */
    private boolean isActingLink(HttpServletRequest request) {
        var servlet = request.getHttpServletMapping().getServletName();
        return FACES.equals(servlet)
                ? request.getParameterMap().containsKey(ListTable.FORMAT)
                : actingServlets.contains(servlet);
    }

    static boolean isFromOwnPage(HttpServletRequest request, PublicAddress publicAddress) {
        var addressed = request.getScheme() + "://" + request.getHeader("Host");
        return Origins.of(publicAddress.uri(), addressed)
                .made(request.getHeader("Sec-Fetch-Site"), request.getHeader("Origin"), request.getHeader("Referer"));
    }

    /** The origins of this portal's pages: protocol, name and port. */
    record Origins(Set<String> own) {

        /** @param addressed the protocol and name of the request */
        static Origins of(URI portal, String addressed) {
            return new Origins(Stream.of(portal.toString(), addressed)
                    .flatMap(address -> of(address).stream())
                    .collect(Collectors.toUnmodifiableSet()));
        }

        /**
         * Whether one of our pages made a request. A page cannot set these headers: {@code Sec-Fetch-Site} (Fetch Metadata) is trusted; older
         * browsers send the origin of the page with each POST, or its address. Without any of them the request may come from any site.
         *
         * @param site {@code Sec-Fetch-Site}; each is null when absent
         */
        boolean made(String site, String origin, String referer) {
            boolean ofOurs = origin == null || isOwn(origin);
            if (site != null) {
                return site.equals("same-origin") && ofOurs;
            }
            return origin != null ? ofOurs : referer != null && isOwn(referer);
        }

        private boolean isOwn(String address) {
            return of(address).filter(own::contains).isPresent();
        }

        private static Optional<String> of(String address) {
            try {
                var uri = URI.create(address);
                if (uri.getScheme() == null || uri.getHost() == null) {
                    return Optional.empty();
                }
                var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
                boolean usual = uri.getPort() == -1 || uri.getPort() == (scheme.equals("https") ? 443 : 80);
                return Optional.of(
                        scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + uri.getPort()));
            } catch (IllegalArgumentException invalid) {
                return Optional.empty();
            }
        }
    }
}

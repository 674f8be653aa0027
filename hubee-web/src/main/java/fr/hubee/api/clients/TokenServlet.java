package fr.hubee.api.clients;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import fr.hubee.api.clients.TokenServlet.TokenJson.OAuthErrorJson;
import fr.hubee.api.http.ApiJson;
import fr.hubee.api.http.CallLog;
import fr.hubee.clients.bench.BenchWatch;
import fr.hubee.clients.client.ClientUseRecorder;
import fr.hubee.clients.token.ClientAssertion;
import fr.hubee.clients.token.TokenOutcome;
import fr.hubee.clients.token.TokenRequest;
import fr.hubee.clients.token.TokenService;
import fr.hubee.http.ProblemJson;
import fr.hubee.http.RefusalHelp;
import fr.hubee.kernel.shared.RefusalDetail;
import fr.hubee.websecurity.CurrentCaller;
import fr.hubee.websecurity.PresentedCertificate;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.CharConversionException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Issues tokens. {@link ClientAuthentication} identifies the client; the parameters come as a form, or as JSON from
 * older clients.
 */
@WebServlet({"/oauth2/token", TokenServlet.FORMER_PATH})
public class TokenServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(TokenServlet.class.getName());

    static final String FORMER_PATH = "/token";

    /** When it became the former one (RFC 9745): 1 December 2026. It has no end yet, so no {@code Sunset} (RFC 8594). */
    private static final String FORMER_SINCE = "@1796083200";

    /** Name of an unknown client in the log. */
    private static final String UNKNOWN = "unknown";

    private static final String JSON = "application/json";

    @Inject
    transient TokenService tokens;

    @Inject
    transient ClientUseRecorder uses;

    @Inject
    transient CallLog calls;

    @Inject
    transient BenchWatch bench;

    @Inject
    transient CurrentCaller currentCaller;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (FORMER_PATH.equals(request.getServletPath())) {
            response.setHeader("Deprecation", FORMER_SINCE);
        }
        super.service(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var client = ClientAuthentication.of(request).orElse(null);
        if (client == null) {
            refuse(request, response, UNKNOWN, 401, "invalid_client", "Client authentication is missing");
            return;
        }
        try {
            var parameters = parameters(request);
            var address = request.getRemoteAddr();
            var outcome = tokens.issue(new TokenRequest(
                    client.clientId(),
                    client.secret(),
                    client.assertion(),
                    parameters.apply("grant_type"),
                    parameters.apply("scope"),
                    address,
                    PresentedCertificate.thumbprint(request)));
            if (outcome instanceof TokenOutcome.Issued) {
                uses.note(client.clientId(), address, currentCaller::software);
                bench.renewed(client.clientId(), request.getServletPath());
            }
            if (outcome.known()) {
                calls.begin(client.clientId(), "POST " + request.getServletPath(), currentCaller.software());
            }
            answer(request, response, client.clientId(), outcome);
        } catch (JsonProcessingException | CharConversionException invalid) {
            refuse(request, response, UNKNOWN, 400, "invalid_request", "Request body cannot be read");
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Allow", "POST");
        refuse(request, response, UNKNOWN, 405, "invalid_request", "Only POST is answered here");
    }

    private static void answer(
            HttpServletRequest request, HttpServletResponse response, String client, TokenOutcome outcome)
            throws IOException {
        if (outcome instanceof TokenOutcome.Issued issued) {
            var scope = issued.scope().name();
            write(
                    response,
                    200,
                    JSON,
                    new TokenJson(
                            issued.accessToken(), scope, "Bearer", issued.life().toSeconds()));
        } else if (outcome instanceof TokenOutcome.InvalidClient invalid) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"HubEE\"");
            refuse(
                    request,
                    response,
                    invalid.known() ? client : UNKNOWN,
                    401,
                    "invalid_client",
                    "A valid OAuth client could not be found for client_id: " + invalid.clientId(),
                    invalid.detail());
        } else if (outcome instanceof TokenOutcome.TooManyFailures tooMany) {
            tooMany.limit().fields().forEach(response::setHeader);
            refuse(
                    request,
                    response,
                    tooMany.known() ? client : UNKNOWN,
                    429,
                    "too_many_attempts",
                    "Too many failed attempts, try again later");
        } else if (outcome instanceof TokenOutcome.InvalidScope) {
            refuse(request, response, client, 400, "invalid_scope", "The scope is not one of this client");
        } else {
            refuse(request, response, client, 400, "unsupported_grant_type", "Unsupported grant_type value");
        }
    }

    /** Returns what reads a parameter, from the form or from JSON. */
    private static UnaryOperator<String> parameters(HttpServletRequest request) throws IOException {
        var type = request.getContentType();
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith(JSON)) {
            var json = ApiJson.mapper().readTree(request.getInputStream());
            return name -> json.path(name).asText("");
        }
        return request::getParameter;
    }

    private static void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            String client,
            int status,
            String error,
            String description)
            throws IOException {
        refuse(request, response, client, status, error, description, null);
    }

    /**
     * @param client the registered one; the name that an unknown client gives is not logged
     * @param detail for the log only: an answer would tell strangers which clients exist; null for none
     */
    private static void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            String client,
            int status,
            String error,
            String description,
            RefusalDetail detail)
            throws IOException {
        LOG.log(Level.INFO, "Token refused to {0}: {1}", client, error);
        CallLog.refused(error, description, detail);
        response.setHeader("Link", RefusalHelp.link(error));
        if (ProblemJson.isAsked(request.getHeader("Accept"))) {
            write(response, status, ProblemJson.TYPE, ProblemJson.of(status, error, List.of(description)));
        } else {
            write(response, status, JSON, new OAuthErrorJson(description, error));
        }
    }

    private static void write(HttpServletResponse response, int status, String type, Object body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        ApiJson.mapper().writeValue(response.getOutputStream(), body);
    }

    /** An issued token (RFC 6749 §5.1). */
    record TokenJson(
            @JsonProperty("access_token") String accessToken,
            String scope,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn) {

        /** An error (RFC 6749 §5.2), with its fields in the contract's order. */
        record OAuthErrorJson(
                @JsonProperty("error_description") String errorDescription, String error) {}
    }

    /**
     * How a client authenticates: with its secret, by HTTP Basic (RFC 7617), or with a signed assertion in the form (RFC
     * 7523). An assertion in the query is ignored: addresses are written to logs.
     */
    record ClientAuthentication(String clientId, String secret, ClientAssertion assertion) {
        private static final String BASIC = "Basic ";
        private static final String FORM = "application/x-www-form-urlencoded";

        /** Returns the authentication; empty when it is missing or malformed. */
        static Optional<ClientAuthentication> of(HttpServletRequest request) {
            var header = request.getHeader("Authorization");
            return header == null ? ofForm(request) : ofHeader(header);
        }

        private static Optional<ClientAuthentication> ofHeader(String header) {
            if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
                return Optional.empty();
            }
            try {
                var decoded = Base64.getDecoder()
                        .decode(header.substring(BASIC.length()).strip());
                var text = new String(decoded, StandardCharsets.UTF_8);
                int colon = text.indexOf(':');
                boolean readable = colon > 0 && text.chars().noneMatch(Character::isISOControl);
                return readable
                        ? Optional.of(
                                new ClientAuthentication(text.substring(0, colon), text.substring(colon + 1), null))
                        : Optional.empty();
            } catch (IllegalArgumentException failure) {
                return Optional.empty();
            }
        }

        private static Optional<ClientAuthentication> ofForm(HttpServletRequest request) {
            var type = request.getContentType();
            boolean form = type != null && type.regionMatches(true, 0, FORM, 0, FORM.length());
            if (!form
                    || request.getQueryString() != null
                    || !ClientAssertion.TYPE.equals(request.getParameter("client_assertion_type"))) {
                return Optional.empty();
            }
            var clientId = request.getParameter("client_id");
            return Optional.ofNullable(request.getParameter("client_assertion"))
                    .flatMap(ClientAssertion::parse)
                    .filter(assertion -> clientId == null || clientId.equals(assertion.clientId()))
                    .map(assertion -> new ClientAuthentication(assertion.clientId(), null, assertion));
        }
    }
}

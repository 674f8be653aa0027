package fr.hubee.api.clients;

import fr.hubee.clients.token.ClientAssertion;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

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
            var decoded =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            var text = new String(decoded, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            boolean readable = colon > 0 && text.chars().noneMatch(Character::isISOControl);
            return readable
                    ? Optional.of(new ClientAuthentication(text.substring(0, colon), text.substring(colon + 1), null))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
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

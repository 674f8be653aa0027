package fr.hubee.websecurity.proconnect;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.OIDCError;
import fr.hubee.people.signin.FederatedRefusal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The provider's answer, as the browser brings it. */
final class CallbackAnswer {
    private static final Set<ErrorObject> HERS =
            Set.of(OAuth2Error.ACCESS_DENIED, OIDCError.LOGIN_REQUIRED, OIDCError.INTERACTION_REQUIRED);

    private CallbackAnswer() {}

    /**
     * @param issuer the expected issuer, if the answer has one (RFC 9207)
     * @throws Refused when the answer has no code
     */
    static AuthorizationCode code(URI comeBack, Map<String, List<String>> parameters, Attempt attempt, Issuer issuer)
            throws Refused {
        var answer = parse(comeBack, parameters);
        if (answer.getIssuer() != null && !answer.getIssuer().equals(issuer)) {
            throw Refused.invalid("the answer is of another issuer");
        }
        if (!answer.indicatesSuccess()) {
            throw refusal(answer.toErrorResponse().getErrorObject(), attempt);
        }
        var code = answer.toSuccessResponse().getAuthorizationCode();
        if (code == null) {
            throw Refused.invalid("the answer has no code");
        }
        return code;
    }

    private static AuthenticationResponse parse(URI comeBack, Map<String, List<String>> parameters) throws Refused {
        try {
            return AuthenticationResponseParser.parse(comeBack, parameters);
        } catch (ParseException unreadable) {
            throw Refused.invalid("the answer cannot be read", unreadable);
        }
    }

    private static Refused refusal(ErrorObject error, Attempt attempt) {
        var message = "the provider answers " + error.getCode();
        if (HERS.contains(error)) {
            return new Refused(FederatedRefusal.CANCELLED, message);
        }
        if (OIDCError.UNMET_AUTHENTICATION_REQUIREMENTS.equals(error)) {
            return new Refused(
                    attempt.stepUp()
                            ? FederatedRefusal.SECOND_FACTOR_REQUIRED
                            : FederatedRefusal.INSUFFICIENT_AUTHENTICATION_LEVEL,
                    message);
        }
        return new Refused(FederatedRefusal.PROVIDER_UNAVAILABLE, message);
    }
}

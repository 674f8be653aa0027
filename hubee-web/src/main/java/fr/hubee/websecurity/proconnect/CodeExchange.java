package fr.hubee.websecurity.proconnect;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import fr.hubee.kernel.trace.Tracing;
import fr.hubee.websecurity.proconnect.Discovery.OpenIdProvider;
import fr.hubee.websecurity.proconnect.ProConnectSettings.ClientRegistration;
import java.io.IOException;
import java.net.URI;

/** Exchanges the code that the browser brought for tokens and user info, from server to server. */
record CodeExchange(ClientRegistration registration, URI comeBack) {

    OIDCTokens tokens(OpenIdProvider provider, AuthorizationCode code, Attempt attempt) throws Refused {
        var grant = new AuthorizationCodeGrant(code, comeBack, new CodeVerifier(attempt.verifier()));
        var request =
                new TokenRequest.Builder(provider.metadata().getTokenEndpointURI(), authentication(provider), grant);
        var answer = send("token", request.build().toHTTPRequest());
        try {
            var parsed = OIDCTokenResponseParser.parse(answer);
            if (parsed instanceof OIDCTokenResponse given
                    && given.getOIDCTokens().getIDToken() != null) {
                return given.getOIDCTokens();
            }
            throw parsed.indicatesSuccess() ? Refused.invalid("token: no id_token") : refusal(parsed.toErrorResponse());
        } catch (ParseException invalid) {
            throw Refused.invalid("token: cannot be read", invalid);
        }
    }

    private ClientAuthentication authentication(OpenIdProvider provider) {
        var id = new ClientID(registration.clientId());
        var secret = new Secret(registration.clientSecret());
        return provider.wantsSecretInForm() ? new ClientSecretPost(id, secret) : new ClientSecretBasic(id, secret);
    }

    /** Returns the refusal for a used or forged code; other errors are errors of registration. */
    private static Refused refusal(TokenErrorResponse answer) {
        var error = answer.getErrorObject();
        var message = "token: the provider answers " + error.getCode();
        return OAuth2Error.INVALID_GRANT.equals(error) ? Refused.invalid(message) : Refused.unavailable(message, null);
    }

    /** Returns the user info: plain or signed. */
    UserInfo userInfo(OpenIdProvider provider, AccessToken token, TokenChecks checks) throws Refused {
        var request = new UserInfoRequest(provider.metadata().getUserInfoEndpointURI(), token);
        var answer = send("userinfo", request.toHTTPRequest());
        try {
            var parsed = UserInfoResponse.parse(answer);
            if (!parsed.indicatesSuccess()) {
                throw Refused.unavailable("userinfo: the provider answers " + answer.getStatusCode(), null);
            }
            var told = parsed.toSuccessResponse();
            return told.getUserInfoJWT() == null
                    ? told.getUserInfo()
                    : new UserInfo(checks.userInfo(told.getUserInfoJWT()));
        } catch (ParseException | IllegalArgumentException invalid) {
            throw Refused.invalid("userinfo: cannot be read", invalid);
        }
    }

    private static HTTPResponse send(String what, HTTPRequest request) throws Refused {
        request.setConnectTimeout(Discovery.TIMEOUT);
        request.setReadTimeout(Discovery.TIMEOUT);
        request.setFollowRedirects(false);
        var span = Tracing.call("ProConnect " + what, "proconnect");
        try {
            var answer = request.send();
            if (answer.getStatusCode() >= 500) {
                throw Refused.unavailable(what + ": the provider answers " + answer.getStatusCode(), null);
            }
            return answer;
        } catch (IOException failure) {
            throw Refused.unavailable(what + ": the provider does not answer", failure);
        } finally {
            span.end();
        }
    }
}

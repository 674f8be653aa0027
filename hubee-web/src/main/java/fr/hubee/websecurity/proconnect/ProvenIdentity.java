package fr.hubee.websecurity.proconnect;

import com.nimbusds.oauth2.sdk.id.Identifier;
import com.nimbusds.openid.connect.sdk.claims.AMR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import fr.hubee.kernel.shared.AuthenticationLevel;
import fr.hubee.people.signin.FederatedIdentity;
import fr.hubee.people.signin.FederatedRefusal;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;

/** The person's identity, proven by the provider (specification §9.3). */
final class ProvenIdentity {
    /** The value for several factors (RFC 8176). */
    private static final AMR SEVERAL_FACTORS = new AMR("mfa");

    private final IDTokenClaimsSet token;
    private final AuthenticationLevel level;

    /** @throws Refused when the level is too low: several factors do not turn a declared identity into a verified one */
    ProvenIdentity(IDTokenClaimsSet token, AuthenticationLevel minimum) throws Refused {
        this.token = token;
        this.level = Optional.ofNullable(token.getACR())
                .map(Identifier::getValue)
                .flatMap(AuthenticationLevel::of)
                .filter(reached -> reached.isAtLeast(minimum))
                .orElseThrow(() -> new Refused(
                        FederatedRefusal.INSUFFICIENT_AUTHENTICATION_LEVEL, "acr is not at least " + minimum.acr()));
    }

    /** @throws Refused when it is another person, or has no usable e-mail address */
    FederatedIdentity with(UserInfo told) throws Refused {
        if (!token.getSubject().equals(told.getSubject())) {
            throw Refused.invalid("userinfo: about somebody else");
        }
        if (Boolean.FALSE.equals(told.getEmailVerified())) {
            throw Refused.invalid("userinfo: the e-mail is not verified");
        }
        var email = text(told.getEmailAddress());
        if (email == null) {
            throw Refused.invalid("userinfo: without an e-mail");
        }
        return new FederatedIdentity(
                token.getIssuer().getValue(),
                token.getSubject().getValue(),
                email,
                text(Objects.toString(told.getClaim("siret"), null)),
                hasSecondFactor(),
                Optional.ofNullable(token.getAuthenticationTime())
                        .map(Date::toInstant)
                        .orElse(null));
    }

    private boolean hasSecondFactor() {
        var methods = token.getAMR();
        return level.hasSecondFactor() || (methods != null && methods.contains(SEVERAL_FACTORS));
    }

    private static String text(String claim) {
        return claim == null || claim.isBlank() ? null : claim.strip();
    }
}

package fr.hubee.websecurity.proconnect;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;

/**
 * The provider's metadata.
 *
 * @param keys its signing keys; reloaded for an unknown key id
 */
record Provider(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys) {

    /** Whether the secret is sent in the form; the standard's default is {@code client_secret_basic}. */
    boolean wantsSecretInForm() {
        var methods = metadata.getTokenEndpointAuthMethods();
        return methods != null
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    }
}

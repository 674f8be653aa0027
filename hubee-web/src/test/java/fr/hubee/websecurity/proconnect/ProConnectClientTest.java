package fr.hubee.websecurity.proconnect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import fr.hubee.people.signin.FederatedIdentity;
import fr.hubee.people.signin.FederatedRefusal;
import java.net.URI;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProConnectClientTest {
    final FakeProvider provider = new FakeProvider();
    final ProConnectClient client = new ProConnectClient(provider.registration(), FakeProvider.COME_BACK);
    final Attempt attempt = Attempt.begin("/", false, false, FakeProvider.now());

    @AfterEach
    void stop() {
        provider.close();
    }

    // the way there

    @Test
    void theBrowserLeavesWithAStateANonceAndAChallenge() throws Exception {
        var asked = asked(attempt);

        assertEquals("code", asked.get("response_type"));
        assertEquals("hubee", asked.get("client_id"));
        assertEquals(FakeProvider.COME_BACK.toString(), asked.get("redirect_uri"));
        assertEquals("openid email siret", asked.get("scope"));
        assertEquals(attempt.state(), asked.get("state"));
        assertEquals(attempt.nonce(), asked.get("nonce"));
        assertEquals("S256", asked.get("code_challenge_method"));
        assertEquals(
                CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(attempt.verifier()))
                        .getValue(),
                asked.get("code_challenge"));
        assertEquals("eidas1", asked.get("acr_values"));
        assertEquals("{\"id_token\":{\"amr\":null,\"auth_time\":null}}", asked.get("claims"));
        assertFalse(asked.toString().contains(attempt.verifier()));
    }

    @Test
    void toStepUpTwoFactorsAreAskedForInBothWays() throws Exception {
        var asked = asked(Attempt.begin("/", true, false, FakeProvider.now()));

        assertEquals("eidas1-mfa eidas2 eidas3", asked.get("acr_values"));
        var claims = new ObjectMapper().readTree(asked.get("claims")).path("id_token");
        assertEquals(new ObjectMapper().readTree("""
                        {"essential": true, "values": ["eidas1-mfa", "eidas2", "eidas3"]}"""), claims.path("acr"));
        assertTrue(claims.has("amr"));
    }

    private Map<String, String> asked(Attempt any) throws Refused {
        var address = client.authorization(any);
        assertTrue(address.toString().startsWith(provider.issuer() + "/authorize?"));
        var single = new HashMap<String, String>();
        URLUtils.parseParameters(address.getRawQuery()).forEach((name, values) -> single.put(name, values.get(0)));
        return single;
    }

    // the way back

    @Test
    void whoComesBackIsKnownByTheTokenAndTheUserInfo() throws Exception {
        provider.vouch(attempt);

        assertEquals(
                new FederatedIdentity(provider.issuer(), "4f1c", "Rosalie@valbourg.fr", "99000200100015", false, null),
                comeBack());
        assertTrue(provider.tokenRequest.contains("code_verifier=" + attempt.verifier()));
    }

    @Test
    void aSiretThatIsANumberIsASiretToo() throws Exception {
        provider.vouch(attempt);
        provider.userInfo = "{\"sub\": \"4f1c\", \"email\": \"a@b.fr\", \"siret\": 99000200100015}";

        assertEquals("99000200100015", comeBack().siret());
    }

    @Test
    void severalFactorsAreKnownByTheLevelOrByTheMethods() throws Exception {
        provider.vouch(attempt, claims -> claims.claim("acr", "eidas2"));
        assertTrue(comeBack().secondFactor());

        provider.vouch(attempt, claims -> claims.claim("amr", List.of("pwd", "mfa")));
        assertTrue(comeBack().secondFactor());
    }

    @Test
    void whoIsNotProvenEnoughIsRefusedWhateverTheFactors() {
        refuses(
                FederatedRefusal.INSUFFICIENT_AUTHENTICATION_LEVEL,
                claims -> claims.claim("acr", "eidas0").claim("amr", List.of("mfa")));
        refuses(FederatedRefusal.INSUFFICIENT_AUTHENTICATION_LEVEL, claims -> claims.claim("acr", null));
        refuses(FederatedRefusal.INSUFFICIENT_AUTHENTICATION_LEVEL, claims -> claims.claim("acr", "eidas9"));
    }

    @Test
    void aTokenForAnotherAttemptClientOrTimeIsRefused() {
        refuses(FederatedRefusal.INVALID_TOKEN, claims -> claims.claim("nonce", "another"));
        refuses(FederatedRefusal.INVALID_TOKEN, claims -> claims.claim("nonce", null));
        refuses(FederatedRefusal.INVALID_TOKEN, claims -> claims.audience("another"));
        refuses(FederatedRefusal.INVALID_TOKEN, claims -> claims.issuer("https://another.example"));
        refuses(
                FederatedRefusal.INVALID_TOKEN,
                claims -> claims.expirationTime(Date.from(FakeProvider.now().minusSeconds(120))));
    }

    @Test
    void aTokenSignedByAnybodyElseIsRefused() throws Exception {
        var claims = provider.claims(attempt).build();

        provider.idToken = FakeProvider.signed(FakeProvider.newKey("first"), claims);
        refuses(FederatedRefusal.INVALID_TOKEN);
        provider.idToken = FakeProvider.signed(FakeProvider.newKey("unknown"), claims);
        refuses(FederatedRefusal.INVALID_TOKEN);
        provider.idToken = new PlainJWT(claims).serialize();
        refuses(FederatedRefusal.INVALID_TOKEN);
        var symmetric = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        symmetric.sign(new MACSigner(provider.registration().clientSecret()));
        provider.idToken = symmetric.serialize();
        refuses(FederatedRefusal.INVALID_TOKEN);
    }

    @Test
    void theProvidersOwnKeySignsInTheOneWayThatWasAgreedOn() {
        var claims = provider.claims(attempt).build();

        for (var other : List.of(JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256)) {
            provider.idToken = FakeProvider.signed(provider.key, other, claims);
            refuses(FederatedRefusal.INVALID_TOKEN);
        }
    }

    @Test
    void aNewKeyIsReadAndForgedOnesDoNotHaveTheKeysReadEachTime() throws Exception {
        provider.vouch(attempt);
        comeBack();
        provider.key = FakeProvider.newKey("second");
        provider.vouch(attempt);
        comeBack();
        assertEquals(2, provider.keysRead);

        provider.idToken = FakeProvider.signed(
                FakeProvider.newKey("forged"), provider.claims(attempt).build());
        for (int each = 0; each < 5; each++) {
            refuses(FederatedRefusal.INVALID_TOKEN);
        }
        assertTrue(provider.keysRead <= 3, () -> "keys read " + provider.keysRead + " times");
    }

    @Test
    void theUserInfoMayBeSigned() throws Exception {
        provider.vouch(attempt);
        signUserInfo(claims -> claims);

        assertEquals("rosalie@valbourg.fr", comeBack().email());
    }

    @Test
    void aSignedUserInfoIsBelievedOnlyFromTheProviderAboutHerAndForUs() {
        provider.vouch(attempt);

        signUserInfo(claims -> claims.subject("another"));
        refuses(FederatedRefusal.INVALID_TOKEN);
        signUserInfo(claims -> claims.audience("another"));
        refuses(FederatedRefusal.INVALID_TOKEN);
        signUserInfo(claims -> claims.issuer("https://another.example"));
        refuses(FederatedRefusal.INVALID_TOKEN);
        signUserInfo(claims -> claims.subject(null));
        refuses(FederatedRefusal.INVALID_TOKEN);
        provider.userInfo =
                FakeProvider.signed(FakeProvider.newKey("first"), userInfo().build());
        refuses(FederatedRefusal.INVALID_TOKEN);
        provider.userInfo = new PlainJWT(userInfo().build()).serialize();
        refuses(FederatedRefusal.INVALID_TOKEN);
    }

    private void signUserInfo(UnaryOperator<JWTClaimsSet.Builder> but) {
        provider.userInfoType = "application/jwt";
        provider.userInfo =
                FakeProvider.signed(provider.key, but.apply(userInfo()).build());
    }

    private static JWTClaimsSet.Builder userInfo() {
        return new JWTClaimsSet.Builder().subject("4f1c").claim("email", "rosalie@valbourg.fr");
    }

    @Test
    void aPlainUserInfoIsAboutHerWithAnEMailThatIsHers() {
        provider.vouch(attempt);

        for (var wrong : List.of(
                "{\"sub\": \"another\", \"email\": \"rosalie@valbourg.fr\"}",
                "{\"email\": \"rosalie@valbourg.fr\"}",
                "{\"sub\": \"4f1c\", \"email\": \" \"}",
                "{\"sub\": \"4f1c\", \"email\": \"rosalie@valbourg.fr\", \"email_verified\": false}",
                "not JSON")) {
            provider.userInfo = wrong;
            refuses(FederatedRefusal.INVALID_TOKEN);
        }
    }

    @Test
    void whoSignsOutIsSignedOutThereToo() throws Exception {
        provider.vouch(attempt);
        var idToken = client.identity(answer(), attempt).idToken();

        var away = client.signOut(idToken, URI.create("https://hubee.example/connexion"))
                .orElseThrow();

        assertTrue(away.toString().startsWith(provider.issuer() + "/end?"), away::toString);
        var asked = URLUtils.parseParameters(away.getRawQuery());
        assertEquals(List.of(provider.idToken), asked.get("id_token_hint"));
        assertEquals(List.of("https://hubee.example/connexion"), asked.get("post_logout_redirect_uri"));
    }

    // what goes wrong

    @Test
    void theProvidersRefusalIsUnderstood() {
        assertEquals(FederatedRefusal.CANCELLED, refusal("access_denied", attempt));
        assertEquals(
                FederatedRefusal.INSUFFICIENT_AUTHENTICATION_LEVEL,
                refusal("unmet_authentication_requirements", attempt));
        assertEquals(
                FederatedRefusal.SECOND_FACTOR_REQUIRED,
                refusal("unmet_authentication_requirements", Attempt.begin("/", true, false, FakeProvider.now())));
        assertEquals(FederatedRefusal.PROVIDER_UNAVAILABLE, refusal("temporarily_unavailable", attempt));
    }

    private FederatedRefusal refusal(String error, Attempt any) {
        var parameters = Map.of("error", List.of(error), "state", List.of(any.state()));
        return assertThrows(Refused.class, () -> client.identity(parameters, any))
                .refusal();
    }

    @Test
    void anAnswerOfAnotherIssuerIsRefused() {
        provider.vouch(attempt);
        var parameters = Map.of(
                "code", List.of("abc"), "state", List.of(attempt.state()), "iss", List.of("https://another.example"));

        var refused = assertThrows(Refused.class, () -> client.identity(parameters, attempt));

        assertEquals(FederatedRefusal.INVALID_TOKEN, refused.refusal());
    }

    @Test
    void anAnswerWithoutACodeIsRefused() {
        var parameters = Map.of("state", List.of(attempt.state()));

        var refused = assertThrows(Refused.class, () -> client.identity(parameters, attempt));

        assertEquals(FederatedRefusal.INVALID_TOKEN, refused.refusal());
    }

    @Test
    void aSpentCodeIsNotBelieved() {
        provider.tokenError = "invalid_grant";
        refuses(FederatedRefusal.INVALID_TOKEN);

        provider.tokenError = "invalid_client";
        refuses(FederatedRefusal.PROVIDER_UNAVAILABLE);
    }

    @Test
    void theSecretGoesWhereTheProviderWantsIt() throws Exception {
        provider.vouch(attempt);
        comeBack();
        assertTrue(provider.tokenAuthorization.startsWith("Basic "));
        assertFalse(provider.tokenRequest.contains("client_secret"));

        provider.tokenMethods = "[\"client_secret_post\"]";
        var other = new ProConnectClient(provider.registration(), FakeProvider.COME_BACK);
        assertEquals("4f1c", other.identity(answer(), attempt).identity().subject());
        assertTrue(provider.tokenRequest.contains("client_secret="));
    }

    @Test
    void aProviderThatFailsIsUnavailable() {
        provider.vouch(attempt);
        provider.status = 503;
        refuses(FederatedRefusal.PROVIDER_UNAVAILABLE);
    }

    @Test
    void aProviderThatIsAwayIsUnavailable() {
        provider.close();

        var refused = assertThrows(Refused.class, () -> client.authorization(attempt));

        assertEquals(FederatedRefusal.PROVIDER_UNAVAILABLE, refused.refusal());
    }

    private FederatedIdentity comeBack() throws Refused {
        return client.identity(answer(), attempt).identity();
    }

    private Map<String, List<String>> answer() {
        return Map.of("code", List.of("abc"), "state", List.of(attempt.state()));
    }

    private void refuses(FederatedRefusal refusal, UnaryOperator<JWTClaimsSet.Builder> but) {
        provider.vouch(attempt, but);
        refuses(refusal);
    }

    private void refuses(FederatedRefusal refusal) {
        assertEquals(refusal, assertThrows(Refused.class, this::comeBack).refusal());
    }
}

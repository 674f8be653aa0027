package fr.hubee.it.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.hubee.clients.client.ApiClientService;
import fr.hubee.clients.client.NewSecret;
import fr.hubee.clients.client.Scope;
import fr.hubee.clients.client.ShownCredentials;
import fr.hubee.clients.token.ClientAssertion;
import fr.hubee.clients.token.ClientProofService;
import fr.hubee.clients.token.ClientProofs;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.Wait;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.Partner;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.kernel.shared.UuidV7;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks software that authenticates with its own key (RFC 7523), beside its secret or instead of it. */
class ClientKeyIT extends InServer {
    static final Caller NATIONAL = new Caller(
                    "n@numerique.gouv.fr", null, Set.of(RoleNames.PERSON, RoleNames.ADMIN), Set.of(), "192.0.2.1")
            .proven(Instant.MAX);

    @Inject
    ApiClientService clients;

    @Inject
    ClientProofService proofs;

    @Inject
    PublicAddress publicAddress;

    ShownCredentials pair;
    ECKey key;

    @BeforeEach
    void anOperatorsSoftwareHasAKey() throws Exception {
        var operator = Organizations.registered(OrganizationType.OSL, "Opérateur");
        pair = AsCaller.call(NATIONAL, () -> clients.create(NATIONAL, Scope.OSL, operator, NewSecret.random()));
        key = new ECKeyGenerator(Curve.P_256).keyID("2026").generate();
        AsCaller.run(
                NATIONAL,
                () -> proofs.addKeys(NATIONAL, pair.clientId(), new JWKSet(key.toPublicJWK()).toString(true)));
    }

    ClientProofs read() throws Exception {
        return AsCaller.call(NATIONAL, () -> proofs.read(NATIONAL, pair.clientId()));
    }

    String assertion(String clientId, String audience, ECKey signer) throws JOSEException {
        var claims = new JWTClaimsSet.Builder()
                .issuer(clientId)
                .subject(clientId)
                .audience(audience)
                .jwtID(UuidV7.next().toString())
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(2))))
                .build();
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("2026").build(), claims);
        jwt.sign(new ECDSASigner(signer));
        return jwt.serialize();
    }

    String assertion() throws JOSEException {
        return assertion(pair.clientId(), publicAddress.uri() + "/oauth2/token", key);
    }

    static Answer ask(String assertion) {
        var form = "grant_type=client_credentials&client_assertion_type="
                + URLEncoder.encode(ClientAssertion.TYPE, StandardCharsets.UTF_8) + "&client_assertion=" + assertion;
        return Partner.send(Partner.form("/oauth2/token", form));
    }

    Answer askWithSecret() {
        return Partner.askToken(pair.clientId(), pair.clientSecret());
    }

    static Partner software(Answer answer) {
        return Partner.holding(answer);
    }

    static void assertRefused(Answer answer) {
        answer.expect(401);
        assertEquals("invalid_client", answer.field("error"));
    }

    static void awaitRefused(Partner software) {
        Wait.untilForgotten(() -> software.get("/notifications").status() == 401);
    }

    @Test
    void anAssertionGivesATokenOnce() throws Exception {
        var assertion = assertion();
        var answer = ask(assertion).expect(200);

        assertEquals("OSL", answer.field("scope"));
        software(answer).get("/notifications").expect(200);
        assertRefused(ask(assertion));
        ask(assertion()).expect(200);
        askWithSecret().expect(200);
    }

    @Test
    void anAssertionThatIsNotItsOwnOrNotForThisHubIsRefusedAlike() throws Exception {
        var strangers = new ECKeyGenerator(Curve.P_256).keyID("2026").generate();
        var hub = publicAddress.uri().toString();

        assertRefused(ask(assertion(pair.clientId(), hub, strangers)));
        assertRefused(ask(assertion(pair.clientId(), "https://other.example", key)));
        assertRefused(ask(assertion("nobody-at-all", hub, key)));
        assertRefused(ask("not.an.assertion"));
        ask(assertion(pair.clientId(), hub, key)).expect(200);
    }

    @Test
    void aKeyThatIsRemovedEndsItsTokens() throws Exception {
        var software = software(ask(assertion()));
        software.get("/notifications").expect(200);

        AsCaller.run(
                NATIONAL,
                () -> proofs.removeKey(
                        NATIONAL,
                        pair.clientId(),
                        proofs.read(NATIONAL, pair.clientId()).keys().get(0).id()));

        assertRefused(ask(assertion()));
        awaitRefused(software);
    }

    @Test
    void aClientMayDoWithoutItsSecret() throws Exception {
        var former = software(askWithSecret());
        former.get("/notifications").expect(200);

        AsCaller.run(NATIONAL, () -> proofs.require(NATIONAL, pair.clientId(), true, false));

        assertTrue(read().secretsRefused());
        assertRefused(askWithSecret());
        awaitRefused(former);
        ask(assertion()).expect(200);
        var last = read().keys().get(0).id();
        assertThrows(
                InvalidRequest.class,
                () -> AsCaller.run(NATIONAL, () -> proofs.removeKey(NATIONAL, pair.clientId(), last)));
    }

    @Test
    void withoutAKeyOrACertificateNoneCanBeAskedFor() throws Exception {
        assertThrows(
                InvalidRequest.class,
                () -> AsCaller.run(NATIONAL, () -> proofs.require(NATIONAL, pair.clientId(), false, true)));
        assertEquals("2026", read().keys().get(0).name());
        assertThrows(
                InvalidRequest.class,
                () -> AsCaller.run(
                        NATIONAL,
                        () -> proofs.addKeys(NATIONAL, pair.clientId(), new JWKSet(key.toPublicJWK()).toString())));
    }
}

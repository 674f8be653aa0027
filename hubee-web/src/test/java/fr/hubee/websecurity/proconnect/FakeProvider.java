package fr.hubee.websecurity.proconnect;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.hubee.kernel.shared.AuthenticationLevel;
import fr.hubee.websecurity.proconnect.ProConnectSettings.ClientRegistration;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;

/** A provider that gives the answers of a test, also those that no honest provider would give. */
final class FakeProvider implements Closeable {
    static final URI COME_BACK = URI.create("https://hubee.example/proconnect/retour");

    private static final RSAKey FIRST = newKey("first");

    private final HttpServer server;

    RSAKey key = FIRST;
    String tokenMethods = "[\"client_secret_basic\"]";
    String idToken;
    String userInfo = "{\"sub\": \"4f1c\", \"email\": \"Rosalie@valbourg.fr\", \"siret\": \"99000200100015\"}";
    String userInfoType = "application/json";
    String tokenError;
    int status = 200;

    /** Body of the last request for tokens. */
    String tokenRequest;

    String tokenAuthorization;
    int keysRead;

    FakeProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> json(exchange, metadata()));
        server.createContext("/keys", exchange -> {
            keysRead++;
            json(exchange, new JWKSet(key.toPublicJWK()).toString());
        });
        server.createContext("/token", this::token);
        server.createContext("/userinfo", exchange -> answer(exchange, status, userInfoType, userInfo));
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    ClientRegistration registration() {
        return new ClientRegistration(
                URI.create(issuer()), "hubee", "a secret of thirty-two characters", AuthenticationLevel.EIDAS1);
    }

    private String metadata() {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "userinfo_endpoint": "%1$s/userinfo", "jwks_uri": "%1$s/keys",
                 "end_session_endpoint": "%1$s/end",
                 "token_endpoint_auth_methods_supported": %2$s,
                 "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(issuer(), tokenMethods);
    }

    private void token(HttpExchange exchange) throws IOException {
        tokenRequest = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        tokenAuthorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (tokenError != null) {
            answer(exchange, 400, "application/json", "{\"error\": \"" + tokenError + "\"}");
            return;
        }
        answer(exchange, status, "application/json", """
                {"access_token": "access", "token_type": "Bearer", "expires_in": 60, "id_token": "%s"}""".formatted(idToken));
    }

    private static void json(HttpExchange exchange, String body) throws IOException {
        answer(exchange, 200, "application/json", body);
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Returns the claims of a correct id_token for an attempt. */
    JWTClaimsSet.Builder claims(Attempt attempt) {
        var now = now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience("hubee")
                .subject("4f1c")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("nonce", attempt.nonce())
                .claim("acr", "eidas1");
    }

    static Instant now() {
        return Clock.systemUTC().instant();
    }

    /** Answers with a correct, signed id_token. */
    FakeProvider vouch(Attempt attempt) {
        return vouch(attempt, claims -> claims);
    }

    FakeProvider vouch(Attempt attempt, UnaryOperator<JWTClaimsSet.Builder> but) {
        idToken = signed(key, but.apply(claims(attempt)).build());
        return this;
    }

    static String signed(RSAKey key, JWTClaimsSet claims) {
        return signed(key, JWSAlgorithm.RS256, claims);
    }

    static String signed(RSAKey key, JWSAlgorithm algorithm, JWTClaimsSet claims) {
        try {
            var header = new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build();
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static RSAKey newKey(String name) {
        try {
            return new RSAKeyGenerator(2048).keyID(name).generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

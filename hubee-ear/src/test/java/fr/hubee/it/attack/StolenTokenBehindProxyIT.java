package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.hubee.it.OverHttp;
import fr.hubee.it.attack.Stranger.Heard;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Partner;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Checks certificates that a trusted proxy passes on: a token that is bound to one is refused without it. */
class StolenTokenBehindProxyIT extends OverHttp {
    /** The server under test trusts it: see {@code arquillian.xml}. */
    static final Stranger PROXY = new Stranger("127.70.0.1");

    /** A certificate whose key was thrown away. */
    static final String OWN =
            "MIIBzjCCAXOgAwIBAgIUBCHnm5ZVvE5C+XfD0tyyZTzVxCgwCgYIKoZIzj0EAwIwOzEdMBsGA1UEAwwUTG9naWNpZW"
                    + "wgZGUgVmFsYm91cmcxGjAYBgNVBAoMEUNvbW11bmUgZCdleGVtcGxlMCAXDTI2MTEyNTIzNTQxN1oYDzIxMjYxMTAx"
                    + "MjM1NDE3WjA7MR0wGwYDVQQDDBRMb2dpY2llbCBkZSBWYWxib3VyZzEaMBgGA1UECgwRQ29tbXVuZSBkJ2V4ZW1wbG"
                    + "UwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATp2okpO0Fzcg9FLPQfopgqbc4eWRRjzABkiFgiq8gK3y0RVJocyfUX"
                    + "4MDx/TxwHjgtEExqGfvNqcpNcrJ5tkXuo1MwUTAdBgNVHQ4EFgQUwaFWvo71zHVhH0ucC174b/3jHdYwHwYDVR0jBB"
                    + "gwFoAUwaFWvo71zHVhH0ucC174b/3jHdYwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEAho7/7YJC"
                    + "skK8LHFlgESvosxGPBDQ9F9XrBksnUDFFUMCIQCXbLSCC3HTJrvbJXMPHiCd5uk3DnnVW/teTEEW4ZTbEw==";

    static final String OTHER =
            "MIIBkDCCATWgAwIBAgIUX1sTv90zLUbWOTU8Z9Nf/KXg+0AwCgYIKoZIzj0EAwIwHDEaMBgGA1UEAwwRUXVlbHF1J3"
                    + "VuIGQnYXV0cmUwIBcNMjYxMTI1MjM1NDE3WhgPMjEyNjExMDEyMzU0MTdaMBwxGjAYBgNVBAMMEVF1ZWxxdSd1biBk"
                    + "J2F1dHJlMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEXYub+d47NU01aN/tO2k/0MiRFYB2ze36OrWHiFZllTJ0ag"
                    + "oxK3j6hmsw05XgBK7+DozN5akbPxxYhIEWgYNT/aNTMFEwHQYDVR0OBBYEFJgl6iq4iNpa/qXVrpqU4mNp5jJqMB8G"
                    + "A1UdIwQYMBaAFJgl6iq4iNpa/qXVrpqU4mNp5jJqMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhAN"
                    + "AzT66z7EE9VpbG68AQwHxo57nLzg2jq9Sk44GlLE+7AiEA4Xkg6/e5VkVYTKP0pEejBuVjffZDMlp9LsCZLH7zPCA=";

    static final String THUMBPRINT = "Cu1zsKNmJYt7L2Z2AqKMCIYmUk2MYHmGBW7K867q-fw";

    @BeforeAll
    static void aClientHasACertificate() {
        Database.change(
                "insert into api_client_certificate values (gen_random_uuid(), 'demo-cnaf', ?, 'CN=CNAF', now() + interval '1 year', now())",
                THUMBPRINT);
    }

    @AfterAll
    static void itHasNoneAnyMore() {
        Database.change("delete from api_client_certificate where thumbprint = ?", THUMBPRINT);
    }

    static String askToken(String certificate) throws IOException {
        var headers = Map.of(
                "Authorization",
                Partner.basic("demo-cnaf", Partner.secret("demo-cnaf")),
                "Client-Cert",
                ":" + certificate + ":");
        var answer = PROXY.askToken(headers, "grant_type=client_credentials").expect(200);
        return new ObjectMapper().readTree(answer.body()).path("access_token").asText();
    }

    /** @param certificate null for a call without one */
    static Heard poll(Stranger from, String token, String certificate) {
        var headers = new HashMap<>(Map.of("Authorization", "Bearer " + token));
        if (certificate != null) {
            headers.put("Client-Cert", ":" + certificate + ":");
        }
        return from.send("GET", "/teledossiers/v1/notifications", headers, "");
    }

    @Test
    void aTokenWithoutItsCertificateIsRefused() throws IOException {
        var token = askToken(OWN);

        poll(PROXY, token, OWN).expect(200);
        var refused = poll(PROXY, token, null).expect(401);
        assertEquals(
                900901,
                new ObjectMapper().readTree(refused.body()).at("/errors/0/code").asInt());
        poll(PROXY, token, OTHER).expect(401);
    }

    @Test
    void nobodyElseIsBelievedAboutACertificate() throws IOException {
        poll(new Stranger("127.70.0.2"), askToken(OWN), OWN).expect(401);
    }
}

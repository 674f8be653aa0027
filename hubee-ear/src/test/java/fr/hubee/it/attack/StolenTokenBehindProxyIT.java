package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.it.server.OwnServer;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Partner;
import fr.hubee.launcher.ServerProcess;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A proxy that is trusted hands certificates over: a token that is bound to one opens with it alone. */
class StolenTokenBehindProxyIT {
    /** Their keys were thrown away. */
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

    static OwnServer own;
    static ServerProcess server;

    @BeforeAll
    static void aServerStandsBehindAProxy() throws Exception {
        own = OwnServer.prepare("bound-tokens", "512m");
        server = own.set("HUBEE_TRUSTED_PROXIES", "127.0.0.1").start();
        own.sql()
                .change("insert into api_client_certificate values (gen_random_uuid(), 'demo-cnaf', '" + THUMBPRINT
                        + "', 'CN=CNAF', now() + interval '1 year', now())");
    }

    @AfterAll
    static void itStops() throws Exception {
        if (server != null) {
            server.close();
        }
        own.close();
    }

    static Answer askToken(String certificate) {
        return Partner.send(HttpRequest.newBuilder(URI.create(own.address() + "/oauth2/token"))
                .header("Authorization", Partner.basic("demo-cnaf", Partner.secret("demo-cnaf")))
                .header("Client-Cert", ":" + certificate + ":")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
    }

    @Test
    void whoHasTheTokenAndNotTheCertificateGetsNothing() {
        var token = askToken(OWN).json().path("access_token").asText();
        var thief = Partner.withToken(own.address(), token);

        assertEquals(
                200,
                thief.with("Client-Cert", ":" + OWN + ":").get("/notifications").status());
        var refused = thief.get("/notifications");
        assertEquals(401, refused.status());
        assertEquals(900901, refused.json().at("/errors/0/code").asInt());
        assertEquals(
                401,
                thief.with("Client-Cert", ":" + OTHER + ":")
                        .get("/notifications")
                        .status());
    }
}

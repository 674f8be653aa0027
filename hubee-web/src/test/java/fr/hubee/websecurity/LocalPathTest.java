package fr.hubee.websecurity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/abonnements", "/teledossiers?statut=SENT&page=2", "/", "/dossiers/1#pieces"})
    void aPathOfThePortalIsWhereSheGoes(String path) {
        assertEquals(path, LocalPath.of(path));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "abonnements",
                "/a b",
                "/a\r\nSet-Cookie: x=1",
                "/x\\y",
                "/\t/evil.example",
                "/\n/evil.example",
                "/dossiers/é"
            })
    void anythingElseLeadsHome(String path) {
        assertEquals("/accueil", LocalPath.of(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/teledossiers?statut=recus&recherche=l%27acte+n%C2%B0+1", "/teledossiers"})
    void sheGoesBackToThePageAsItWas(String path) {
        assertEquals(path, LocalPath.to("/teledossiers", path));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "/deconnexion",
                "/teledossiers/../deconnexion",
                "/teledossiers.evil.example",
                "//teledossiers?",
                "https://evil.example/teledossiers",
                "javascript:alert(1)"
            })
    void anyOtherPageLeadsBackToThatOne(String path) {
        assertEquals("/teledossiers", LocalPath.to("/teledossiers", path));
    }

    @Test
    void aPathWithoutEndLeadsHome() {
        assertEquals("/accueil", LocalPath.of("/" + "x".repeat(2000)));
        assertEquals("/accueil", LocalPath.of("/" + "x".repeat(500), 500));
    }
}

package fr.hubee.portal.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/abonnements", "/teledossiers?statut=SENT&page=2", "/"})
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
                "/x\\y"
            })
    void anythingElseLeadsHome(String path) {
        assertEquals("/accueil", LocalPath.of(path));
    }

    @Test
    void aPathWithoutEndLeadsHome() {
        assertEquals("/accueil", LocalPath.of("/" + "x".repeat(2000)));
    }
}

package fr.hubee.websecurity.proconnect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/dossiers", "/dossiers?etat=nouveau&page=2", "/dossiers/1#pieces"})
    void aPathOfThePortalIsTaken(String wanted) {
        assertEquals(wanted, LocalPath.of(wanted));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "dossiers",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "/\t/elsewhere.example",
                "/\n/elsewhere.example",
                "https://elsewhere.example/",
                "javascript:alert(1)",
                "/dossiers/é"
            })
    void whateverLeadsElsewhereIsNot(String wanted) {
        assertEquals(LocalPath.HOME, LocalPath.of(wanted));
    }

    @Test
    void noPathIsEndless() {
        assertEquals(LocalPath.HOME, LocalPath.of("/" + "a".repeat(500)));
    }
}

package fr.hubee.desk.caselist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.kernel.shared.InvalidRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavedFilterServiceTest {
    @Test
    void aNameIsOneTidyLine() {
        assertEquals("Actes de naissance", SavedFilterService.name("  Actes \u00a0 de\nnaissance "));
        assertEquals("é".repeat(40), SavedFilterService.name("e\u0301".repeat(40)));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \u00a0\t", "12345678901234567890123456789012345678901", "a\u200bb", "a\u0000b"})
    void whatIsNoNameIsRefused(String typed) {
        assertThrows(InvalidRequest.class, () -> SavedFilterService.name(typed));
    }

    @Test
    void theQueryOfAListIsKept() {
        assertEquals(
                "?statut=nouveaux&demarche=EtatCivil", SavedFilterService.query("?statut=nouveaux&demarche=EtatCivil"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "statut=tous", "//ailleurs.example", "?a b", "?é", "?a\r\nb"})
    void onlyAQueryIsKept(String query) {
        assertThrows(InvalidRequest.class, () -> SavedFilterService.query(query));
    }

    @Test
    void aQueryWithoutEndIsRefusedInFrench() {
        var refusal = assertThrows(InvalidRequest.class, () -> SavedFilterService.query("?" + "x".repeat(2000)));

        assertEquals("Ce filtre est trop long pour être gardé : choisissez moins de démarches.", refusal.getMessage());
    }
}

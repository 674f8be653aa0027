package fr.hubee.desk.caselist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.desk.caselist.SavedFilter.FilterName;
import fr.hubee.kernel.shared.InvalidRequest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavedFilterTest {
    static final FilterName NAME = FilterName.of("Actes à traiter");

    static SavedFilter showing(String query) {
        return new SavedFilter(new UUID(0, 1), NAME, query, Instant.EPOCH);
    }

    @Test
    void aNameIsOneTidyLine() {
        assertEquals(
                "Actes de naissance",
                FilterName.of("  Actes \u00a0 de\nnaissance ").text());
        assertEquals("é".repeat(40), FilterName.of("e\u0301".repeat(40)).text());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \u00a0\t", "12345678901234567890123456789012345678901", "a\u200bb", "a\u0000b"})
    void whatIsNoNameIsRefused(String typed) {
        assertThrows(InvalidRequest.class, () -> FilterName.of(typed));
    }

    @Test
    void itShowsWhatItWasGivenLast() {
        var filter = showing("?statut=tous");

        filter.show("?statut=nouveaux&demarche=EtatCivil");

        assertEquals("?statut=nouveaux&demarche=EtatCivil", filter.query());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "statut=tous", "//ailleurs.example", "?a b", "?é", "?a\r\nb"})
    void onlyAQueryIsKept(String query) {
        assertThrows(InvalidRequest.class, () -> showing(query));
    }

    @Test
    void aQueryWithoutEndIsRefusedInFrench() {
        var refusal = assertThrows(InvalidRequest.class, () -> showing("?" + "x".repeat(2000)));

        assertEquals("Ce filtre est trop long pour être gardé : choisissez moins de démarches.", refusal.getMessage());
    }
}

package fr.hubee.portal.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ElisionTest {
    @Test
    void anOrganisationHasItsArticleAndNoCapitalWithinASentence() {
        assertEquals("la commune d’Aubrinet", Elision.the("Commune d’Aubrinet"));
        assertEquals("la commune de Valbourg", Elision.the("COMMUNE de Valbourg"));
        assertEquals("de la commune des Hautes-Vernes", Elision.ofThe("Commune des Hautes-Vernes"));
        assertEquals("à la direction générale de la santé", Elision.toThe("Direction générale de la santé"));
        assertEquals("du département de l’Orne", Elision.ofThe("Département de l’Orne"));
        assertEquals("au département de l’Orne", Elision.toThe("Département de l’Orne"));
        assertEquals("de l’agence des Vernes", Elision.ofThe("Agence des Vernes"));
    }

    @Test
    void aProperNameStaysAsItIs() {
        assertEquals("DILA", Elision.the("DILA"));
        assertEquals("d’Énergie des Trois Vallons", Elision.ofThe("Énergie des Trois Vallons"));
        assertEquals("de Cnaf", Elision.ofThe("Cnaf"));
        assertEquals("à SI-99000101800011-99101", Elision.toThe("SI-99000101800011-99101"));
        assertEquals("", Elision.the(""));
    }
}

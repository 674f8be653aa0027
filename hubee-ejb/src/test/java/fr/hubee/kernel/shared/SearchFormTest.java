package fr.hubee.kernel.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SearchFormTest {

    @Test
    void accentsAndCapitalsDoNotCount() {
        assertEquals("ZOE FRANCOIS", SearchForm.of("Zoé François"));
        assertEquals("ZOE", SearchForm.of("zoe\u0301"), "an accent may be a character of its own");
    }

    @Test
    void hyphensAndApostrophesAreSpaces() {
        assertEquals("JEAN PIERRE D ETE", SearchForm.of("Jean-Pierre d’Été"));
        assertEquals("L HAY LES ROSES", SearchForm.of("l'Haÿ\u2011les\u2013Roses"));
        assertEquals("VOL 000001250 01", SearchForm.of("VOL-000001250-01"));
    }

    @Test
    void lettersThatAreTwoAreWrittenAsTwo() {
        assertEquals("COEUR LAETITIA STRASSE", SearchForm.of("Cœur Lætitia Straße"));
        assertEquals("SORENSEN LODZ", SearchForm.of("Sørensen Łódź"));
    }

    @Test
    void whatElseIsWrittenStays() {
        assertEquals("A_1/2.3 ΩΜΕΓΑ", SearchForm.of("a_1/2.3 Ωμέγα"));
    }
}

package fr.hubee.desk.caselist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShortNamesTest {
    private static final List<ListedProcess> PROCESSES = List.of(
            new ListedProcess("EtatCivil", "Acte (AEC)", "AEC"),
            new ListedProcess("recensementCitoyen", "Recensement (RCO)", "RCO"),
            new ListedProcess("OTV", "Vacances", null));

    @Test
    void aShortNameAsksForItsDemarcheWhateverItsCase() {
        var found = ShortNames.in(CaseFilter.ALL.searching("aec"), PROCESSES);

        assertEquals(Set.of("EtatCivil"), found.processCodes());
        assertNull(found.text());
    }

    @Test
    void theOtherWordsAreStillSearched() {
        var found = ShortNames.in(CaseFilter.ALL.searching(" Dupont  RCO Marie "), PROCESSES);

        assertEquals(Set.of("recensementCitoyen"), found.processCodes());
        assertEquals("Dupont Marie", found.text());
    }

    @Test
    void twoShortNamesAskForBoth() {
        assertEquals(
                Set.of("EtatCivil", "recensementCitoyen"),
                ShortNames.in(CaseFilter.ALL.searching("AEC RCO"), PROCESSES).processCodes());
    }

    @Test
    void aPartOfAShortNameIsAWord() {
        var asked = CaseFilter.ALL.searching("AE");

        assertSame(asked, ShortNames.in(asked, PROCESSES));
    }

    @Test
    void aShortNameIsAWordWhereTheFilterLeavesItsDemarcheOut() {
        var asked = CaseFilter.ALL.of(Set.of("OTV")).searching("AEC");

        assertSame(asked, ShortNames.in(asked, PROCESSES));
    }
}

package fr.hubee.kernel.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FrenchOrderTest {

    @Test
    void anAccentOrACapitalChangesLittle() {
        assertEquals(
                List.of("bœuf", "depotDossierPACS", "eau", "Écouen", "Élan", "été", "Eze", "Zoé"),
                Stream.of("Zoé", "Élan", "eau", "Écouen", "Eze", "bœuf", "été", "depotDossierPACS")
                        .sorted(FrenchOrder.words())
                        .toList());
    }
}

package fr.hubee.people.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.people.identity.Civility;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgentFileTest {
    static final String COLUMNS = "Civilité;Prénom;Nom;Fonction;Adresse électronique;Téléphone;Démarches\r\n";

    static String refusal(String text) {
        return assertThrows(InvalidRequest.class, () -> AgentFile.read(text)).getMessage();
    }

    @Test
    void eachLineIsAnAgent() {
        var lines = AgentFile.read(COLUMNS
                + "Mme;Ada;Lovelace;Secrétaire;ada@pontcarre.fr;0160000001;\"EtatCivil, CERTDC\"\r\n"
                + ";;;;;;\r\n"
                + "M.;Basile;Martel;;basile@pontcarre.fr;0160000002;EtatCivil\r\n");

        assertEquals(2, lines.size());
        var ada = lines.get(0);
        assertEquals(2, ada.number());
        assertEquals(Civility.MME, ada.identity().civility());
        assertEquals("Lovelace", ada.identity().lastName());
        assertEquals("Secrétaire", ada.identity().function());
        assertEquals("0160000001", ada.identity().phoneNumber());
        assertEquals("ada@pontcarre.fr", ada.email());
        assertEquals(Set.of("EtatCivil", "CERTDC"), ada.processCodes());
        assertEquals(4, lines.get(1).number());
        assertEquals(Civility.M, lines.get(1).identity().civility());
    }

    @Test
    void columnsMayStandInAnyOrderWithCommasAndWithoutAccents() {
        var lines = AgentFile.read("courriel,NOM,prenom,civilite,telephone,demarches\nada@pontcarre.fr,Lovelace,Ada\n");

        assertEquals("Ada", lines.get(0).identity().firstName());
        assertNull(lines.get(0).identity().civility());
        assertEquals(Set.of(), lines.get(0).processCodes());
    }

    @Test
    void whatIsNoFileOfAgentsIsRefusedWithTheNextStep() {
        assertTrue(refusal("").startsWith("Ce fichier n’a aucun agent"));
        assertTrue(refusal(COLUMNS).startsWith("Ce fichier n’a aucun agent"));
        assertEquals(
                "La colonne « Nom » est là deux fois. La colonne « Service » n’est pas connue."
                        + " Il manque : Prénom, Téléphone, Démarches.",
                refusal("Civilité;Nom;Nom;Service;Courriel\nMme;a;b;c;d\n"));
        assertEquals(
                "Ce fichier a plus de 200 agents : partagez-le en plusieurs fichiers.",
                refusal(COLUMNS + "x;x;x;x;x;x;x\n".repeat(201)));
        assertTrue(refusal(COLUMNS + "Mme;\"Ada;Lovelace\n").startsWith("Un guillemet n’est pas refermé"));
    }
}

package fr.hubee.portal.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.NotFound;
import jakarta.ejb.EJBAccessException;
import org.junit.jupiter.api.Test;

class RefusalTest {

    static Refusal of(Throwable failure) {
        return Refusal.of(failure).orElseThrow();
    }

    @Test
    void aSentenceForPeopleIsSaidAsItIs() {
        assertEquals(
                new Refusal(400, "Indiquez au moins un numéro de téléphone."),
                of(new InvalidRequest("Indiquez au moins un numéro de téléphone.")));
        assertEquals(new Refusal(409, "Ada l’a changé."), of(new Conflict("Ada l’a changé.")));
    }

    @Test
    void theEnglishOfTheContractReachesNobody() {
        assertEquals(404, of(NotFound.of("Case")).status());
        assertFalse(of(NotFound.of("Case")).text().contains("found"));
        assertEquals(403, of(new NotAllowed()).status());
        assertFalse(of(new NotAllowed()).text().contains("Unauthorized"));
        assertFalse(of(new InvalidRequest("Case status X cannot be set")).text().contains("Case status"));
    }

    @Test
    void itIsFoundUnderWhateverWrapsIt() {
        assertEquals(
                403,
                of(new IllegalStateException(new EJBAccessException("no role"))).status());
        assertEquals(404, of(new IllegalStateException(NotFound.of("Folder"))).status());
    }

    @Test
    void whatFailsIsNoRefusal() {
        assertTrue(Refusal.of(new IllegalStateException("broken")).isEmpty());
    }
}

package fr.hubee.it.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Partner;
import org.junit.jupiter.api.Test;

/** Checks that without settings, there is no sign-in with ProConnect. */
class ProConnectOffIT extends OverHttp {

    @Test
    void withoutProConnectItsPathsAnswer404() {
        assertEquals(404, get("/proconnect/connexion"));
        assertEquals(404, get("/proconnect/retour?code=abc&state=def"));
    }

    private static int get(String path) {
        return Partner.send(Partner.to(path)).status();
    }
}

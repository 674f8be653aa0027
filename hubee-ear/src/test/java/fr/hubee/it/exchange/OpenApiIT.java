package fr.hubee.it.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Partner;
import org.junit.jupiter.api.Test;

/** The contracts are open to all. */
class OpenApiIT extends OverHttp {

    static Answer get(String path) {
        return Partner.send(Partner.to(path));
    }

    @Test
    void eachApiHasItsDocument() {
        get("/openapi").shows("title: HubEE Télédossiers API");
        get("/openapi/referential").shows("title: HubEE Referential API");
        assertEquals(
                "application/yaml;charset=UTF-8", get("/openapi/referential").header("Content-Type"));
    }

    @Test
    void theOpenApiPageLinksBothDocuments() {
        var page = get("/openapi.html").text();

        assertTrue(page.contains("href=\"openapi\""));
        assertTrue(page.contains("href=\"openapi/referential\""));
    }
}

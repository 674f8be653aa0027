package fr.hubee.it.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
        get("/openapi/feed").shows("title: HubEE Events API");
        get("/openapi/asyncapi").shows("title: HubEE Events\n");
        assertEquals(
                "application/yaml;charset=UTF-8", get("/openapi/referential").header("Content-Type"));
    }

    @Test
    void eachApiHasItsPageAndItsMarkdown() {
        get("/api")
                .shows("href=\"/openapi\"")
                .shows("href=\"/openapi/asyncapi\"")
                .shows("href=\"/api.md\"")
                .shows("id=\"getnotifications\"");
        get("/api-referentiel").shows("href=\"/openapi/referential\"").shows("href=\"/api-referentiel.md\"");
        assertEquals(
                "text/markdown;charset=UTF-8",
                get("/api.md").shows("# HubEE Télédossiers API").header("Content-Type"));
        get("/api-referentiel.md").shows("# HubEE Referential API");
    }

    @Test
    void theFormerAddressLeadsToThePage() {
        assertEquals("/api", get("/openapi.html").expect(302).header("Location"));
        var referential = get("/openapi.html?contract=referential").expect(302);
        assertEquals("/api-referentiel", referential.header("Location"));
    }
}

package fr.hubee.it.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Partner;
import java.net.URI;
import java.net.http.HttpRequest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contracts are open to all. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OpenApiIT {

    static Answer get(String path) {
        return Partner.send(HttpRequest.newBuilder(URI.create(Partner.address() + path)));
    }

    @Test
    void eachApiHasItsDocument() {
        assertTrue(get("/openapi").text().contains("title: HubEE Télédossiers API"));
        assertTrue(get("/openapi/referential").text().contains("title: HubEE Referential API"));
        assertEquals(
                "application/yaml;charset=UTF-8", get("/openapi/referential").header("Content-Type"));
    }

    @Test
    void onePageShowsBoth() {
        var page = get("/openapi.html").text();

        assertTrue(page.contains("href=\"openapi\""));
        assertTrue(page.contains("href=\"openapi/referential\""));
    }
}

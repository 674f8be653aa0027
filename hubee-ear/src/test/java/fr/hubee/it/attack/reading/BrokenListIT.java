package fr.hubee.it.attack.reading;

import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Partner;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** Checks a list whose rest cannot be read after its first rows were sent. */
class BrokenListIT extends OverHttp {
    @Test
    void aListThatBreaksOffFailsAtItsReader() {
        var authorization = Partner.of("demo-dila")
                .request("/folders")
                .build()
                .headers()
                .firstValue("Authorization")
                .orElseThrow();
        var asked = HttpRequest.newBuilder(URI.create(Partner.address()).resolve("/it/broken-list"))
                .header("Authorization", authorization)
                .build();

        assertThrows(IOException.class, () -> HttpClient.newHttpClient().send(asked, BodyHandlers.ofString()));
    }
}

package fr.hubee.it.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Partner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The contracts are open to all. */
class OpenApiIT extends OverHttp {
    @TempDir
    Path folder;

    static Answer get(String path) {
        return Partner.send(Partner.to(path));
    }

    @Test
    void eachApiHasItsDocument() {
        get("/openapi").shows("title: HubEE Télédossiers API");
        get("/openapi/referential").shows("title: HubEE Referential API");
        get("/openapi/feed").shows("title: HubEE Events API");
        get("/openapi/asyncapi").shows("title: HubEE Events\n");
        get("/openapi/postman").shows("\"key\" : \"baseUrl\"");
        assertEquals(
                "application/yaml;charset=UTF-8", get("/openapi/referential").header("Content-Type"));
    }

    @Test
    void eachApiHasItsPageAndItsMarkdown() {
        get("/api")
                .shows("href=\"/openapi\"")
                .shows("href=\"/openapi/asyncapi\"")
                .shows("href=\"/openapi/postman\"")
                .shows("href=\"/api.md\"")
                .shows("id=\"getnotifications\"");
        get("/api-referentiel").shows("href=\"/openapi/referential\"").shows("href=\"/api-referentiel.md\"");
        assertEquals(
                "text/markdown;charset=UTF-8",
                get("/api.md").shows("# HubEE Télédossiers API").header("Content-Type"));
        get("/api-referentiel.md").shows("# HubEE Referential API");
    }

    /** Plays the collection with what npm has kept, since tests ask no registry: {@code npm install newman@6} in any folder. */
    @Test
    @EnabledIfSystemProperty(named = "hubee.long", matches = "true")
    void newmanPlaysTheCollectionAndEachAnswerHasAStatusOfTheContract() throws Exception {
        assumeTrue(runs("npm", "install", "--offline", "newman@6") == 0, "npm has not kept newman");
        var collection = Files.writeString(
                folder.resolve("hubee.json"), get("/openapi/postman").text());
        var client = "demo-rochelande";
        int code = runs(
                "node_modules/.bin/newman",
                "run",
                collection.toString(),
                "--env-var",
                "baseUrl=" + Partner.address(),
                "--env-var",
                "clientId=" + client,
                "--env-var",
                "clientSecret=" + Partner.secret(client));
        assertEquals(0, code, Files.readString(folder.resolve("said")));
    }

    private int runs(String... command) throws Exception {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        try {
            return builder.redirectOutput(folder.resolve("said").toFile())
                    .start()
                    .waitFor();
        } catch (IOException gone) {
            return -1; // npm is not there
        }
    }

    @Test
    void theFormerAddressLeadsToThePage() {
        assertEquals("/api", get("/openapi.html").expect(302).header("Location"));
        var referential = get("/openapi.html?contract=referential").expect(302);
        assertEquals("/api-referentiel", referential.header("Location"));
    }
}

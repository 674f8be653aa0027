package fr.hubee.portal.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.settings.PublicContacts;
import fr.hubee.kernel.settings.SupportAddress;
import fr.hubee.portal.frame.PublicTextLoader.Markdown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownTest {

    @Test
    void theFirstHeadingIsTheTitleOfThePage() {
        var text = Markdown.render("# Aide & contact\n\nBonjour.");

        assertEquals("Aide & contact", text.title());
        assertEquals("<p>Bonjour.</p>\n", text.html());
    }

    @Test
    void aHeadingNamesItsOwnAnchor() {
        assertEquals(
                "<h2 id=\"statuts\">Que veulent dire les statuts ?</h2>\n",
                Markdown.render("## Que veulent dire les statuts ? {#statuts}").html());
    }

    @Test
    void nothingThatIsPastedRuns() {
        var html = Markdown.render(
                        "<script>alert(1)</script>\n\n<b onclick=\"x()\">gras</b> [ici](javascript:alert(1)) [là](https://a.example)")
                .html();

        assertFalse(html.contains("<script"), html);
        assertFalse(html.contains("<b "), html);
        assertFalse(html.contains("javascript:"), html);
        assertTrue(html.contains("href=\"https://a.example\""), html);
    }

    @Test
    void ourTextsHaveATitleAndTheAnchorsThatPagesLinkTo() throws IOException {
        for (var text : PublicText.values()) {
            assertFalse(
                    Markdown.render(PublicTextLoader.read(Optional.empty(), text))
                            .title()
                            .isEmpty(),
                    text.name());
        }
        var help = Markdown.render(PublicTextLoader.read(Optional.empty(), PublicText.HELP))
                .html();
        for (var anchor : new String[] {
            "statuts",
            "message-ou-commentaire",
            "clos",
            "roles",
            "modalites",
            "abonnement",
            "suspendre",
            "utilisateur",
            "notifications",
            "connexion",
            "contact"
        }) {
            assertTrue(help.contains("id=\"" + anchor + "\""), anchor);
        }
    }

    @Test
    @SuppressWarnings("UnnecessaryAssignment") // no container is there to inject
    void ourTextsGiveTheAddressOfTheSupportOfThisHub() {
        var loader = new PublicTextLoader();
        loader.settings = new PublicTextSettings(Optional.empty());
        loader.support = new SupportAddress("assistance@hubee.example");
        loader.contacts = new PublicContacts("bienvenue@hubee.example", URI.create("https://demandes.example/"));

        for (var text : List.of(PublicText.CONTACT, PublicText.ACCESSIBILITY)) {
            var page = loader.render(text).html();
            assertTrue(page.contains("href=\"mailto:assistance@hubee.example\">assistance@hubee.example</a>"), page);
        }
        assertTrue(loader.render(PublicText.HELP).html().contains("href=\"https://demandes.example/\""));
        var contact = loader.render(PublicText.CONTACT).html();
        var signIn = contact.substring(contact.indexOf("id=\"connexion\""), contact.indexOf("id=\"compte\""));
        assertTrue(signIn.contains("href=\"mailto:assistance@hubee.example\""), signIn);
        assertTrue(signIn.contains("href=\"mailto:bienvenue@hubee.example\""), signIn);
        assertTrue(signIn.contains("href=\"/mot-de-passe-oublie\""), signIn);
    }

    @Test
    void noPageNamesAnAddressThatIsASetting() throws IOException {
        for (var folder : List.of("src/main/webapp", "src/main/resources")) {
            try (var files = Files.walk(Path.of(folder))) {
                var wrong = files.filter(each -> each.toString().matches(".*\\.(xhtml|md|properties)"))
                        .filter(MarkdownTest::namesAnAddress)
                        .toList();
                assertEquals(List.of(), wrong);
            }
        }
    }

    private static boolean namesAnAddress(Path file) {
        try {
            return Files.readString(file).matches("(?s).*(@hubee\\.numerique|numerique\\.gouv\\.fr/datapass).*");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void aFileOfTheDeployerReplacesOurs(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("cgu.md"), "# Les nôtres");

        assertEquals("# Les nôtres", PublicTextLoader.read(Optional.of(folder), PublicText.TERMS));
        assertTrue(PublicTextLoader.read(Optional.of(folder), PublicText.HELP).startsWith("# Aide"));
    }
}

package fr.hubee.mail.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.settings.SupportAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class MailRendererTest {
    static final URI ADDRESS = URI.create("https://hubee.example");
    static final SupportAddress SUPPORT = new SupportAddress("assistance@hubee.example");

    @TempDir
    Path folder;

    public static MailRenderer ours() {
        return new MailRenderer(Optional.empty(), ADDRESS, SUPPORT);
    }

    MailRenderer replaced(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
        return new MailRenderer(Optional.of(folder), ADDRESS, SUPPORT);
    }

    @Test
    void anInvitationTellsWhatToDoWithinWhichTime() {
        var mail = ours().render(MailTemplate.INVITATION, MailTemplate.INVITATION.sample());

        assertEquals("HubEE - Initialisation du mot de passe de votre compte", mail.subject());
        for (var text : new String[] {mail.text(), mail.html()}) {
            assertTrue(text.contains("Ada Lovelace"), text);
            assertTrue(text.contains("https://hubee.example/mot-de-passe?lien"), text);
            assertTrue(text.contains("48 heures"), text);
            assertTrue(text.contains("Mot de passe oublié"), text);
            assertTrue(text.contains("Courriel envoyé automatiquement par HubEE"), text);
            assertTrue(text.contains("assistance@hubee.example"), text);
        }
    }

    @Test
    void whatTheReleaseBeforePostedLeadsToTheFirstPage() {
        var before = MailValues.of("process", "Acte d’état civil")
                .and("organization", "Mairie de Pontcarré")
                .and("news", List.of(MailValues.of("text", "3 nouveaux télédossiers")));

        var mail = ours().render(MailTemplate.DIGEST, before);

        assertTrue(mail.text().contains("- 3 nouveaux télédossiers\n  https://hubee.example\n"), mail.text());
    }

    /** It is stored as a digest: a node of the previous release may send it. */
    @Test
    void theMailsOfADeputyCanBeReadAsADigest() {
        var mail = ours().render(MailTemplate.DIGEST, MailTemplate.DEPUTY_NAMED.sample());

        assertTrue(mail.text().contains("- Vous remplacez Odile Martin"), mail.text());
        assertFalse(mail.text().contains("{{"), mail.text());
    }

    @Test
    void everyMailAboutTeledossiersLeadsThereAndToItsFrequency() {
        for (var each : List.of(
                MailTemplate.DIGEST,
                MailTemplate.CASE_NEW,
                MailTemplate.CASE_CHANGED,
                MailTemplate.UNOPENED,
                MailTemplate.SUBSCRIPTION_STARTED)) {
            var mail = ours().render(each, each.sample());
            for (var text : List.of(mail.text(), mail.html())) {
                assertTrue(text.contains("https://hubee.example/teledossiers"), each.name());
                assertTrue(text.contains("https://hubee.example/abonnement"), each.name());
            }
        }
    }

    @Test
    void everyMailIsWholeInBothForms() {
        for (var each : MailTemplate.values()) {
            var mail = ours().render(each, each.sample());

            assertFalse((mail.subject() + mail.text() + mail.html()).contains("{{"), each.name());
            boolean toAPerson = each.sample().asMap().containsKey("name");
            assertTrue(mail.text().startsWith(toAPerson ? "Bonjour Ada Lovelace,\n" : "Bonjour,\n"), mail.text());
            assertTrue(mail.html().startsWith("<!DOCTYPE html>"), mail.html());
            assertFalse(mail.html().contains("<table"), each.name());
        }
    }

    @Test
    void aNameThatIsAScriptIsShownAndNotRun() {
        var values = MailTemplate.INVITATION.sample().and("name", "<script>alert(1)</script> & \"O'Neil\"");

        var mail = ours().render(MailTemplate.INVITATION, values);

        assertTrue(
                mail.html().contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;O&#39;Neil&quot;"),
                mail.html());
        assertTrue(mail.text().contains("Bonjour <script>alert(1)</script> & \"O'Neil\","), mail.text());
    }

    @Test
    void aNameCannotAddAHeader() throws IOException {
        var templates = replaced("reset.txt", "Objet : Pour {{name}}\n\nBonjour");
        var values = MailTemplate.RESET.sample().and("name", "Ada\r\nBcc: all@hubee.example\u2028X-Other: 1\u0085");

        assertEquals(
                "Pour Ada Bcc: all@hubee.example X-Other: 1",
                templates.render(MailTemplate.RESET, values).subject());
    }

    @Test
    void aNameThatReadsTheOtherWayRoundIsSeen() {
        var values = MailTemplate.INVITATION.sample().and("name", "Ada\u202Efdp");

        var mail = ours().render(MailTemplate.INVITATION, values);

        assertTrue(mail.text().startsWith("Bonjour Ada\uFFFDfdp,"), mail.text());
        assertTrue(mail.html().contains("Ada\uFFFDfdp"), mail.html());
    }

    @Test
    void aMailIsNotSentWithAHole() {
        var refusal = assertThrows(
                IllegalStateException.class,
                () -> ours().render(MailTemplate.ONE_TIME_CODE, MailValues.of("name", "Ada")));

        assertTrue(refusal.getMessage().startsWith("The mail template mail/one-time-code.txt cannot be used: "));
    }

    @Test
    void aDeployerReplacesOneTextAndKeepsTheOthers() throws IOException {
        var templates = replaced("reset.txt", "Objet : Nouveau mot de passe\r\n\r\nÀ vous : {{link}}\r\n");

        var mail = templates.render(MailTemplate.RESET, MailTemplate.RESET.sample());

        assertEquals("Nouveau mot de passe", mail.subject());
        assertTrue(mail.text().startsWith("À vous : https://hubee.example/mot-de-passe"), mail.text());
        assertTrue(mail.html().contains("Choisir un nouveau mot de passe"), mail.html());
    }

    @Test
    void aBrokenTextStopsTheStartAndIsNamed() {
        refused("reset.html", "<p>{{#link}}</p>", "");
        refused("reset.html", "<p>{{lien}}</p>", "");
        refused("reset.txt", "Sujet : x\n\nBonjour", "its first line must be \"Objet : …\", and the second one empty");
        refused("reset.txt", "Objet : x\nBonjour\n\n", "its first line must be");
        refused("layout.html", "{{{boddy}}}", "");
        refused("rest.txt", "Objet : x\n\nBonjour", "no mail has this name");
    }

    private void refused(String file, String text, String reason) {
        var refusal = assertThrows(IllegalStateException.class, () -> replaced(file, text));

        var begin = "The mail template " + folder.resolve(file) + " cannot be used: " + reason;
        assertTrue(refusal.getMessage().startsWith(begin), refusal.getMessage());
        assertTrue(folder.resolve(file).toFile().delete());
    }

    @Test
    void aFolderThatIsNotThereStopsTheStart() {
        var absent = Optional.of(folder.resolve("absent"));

        var refusal = assertThrows(IllegalStateException.class, () -> new MailRenderer(absent, ADDRESS, SUPPORT));

        assertTrue(refusal.getMessage().contains("absent cannot be read"), refusal.getMessage());
    }
}

package fr.hubee.desk.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.clients.client.SilentSubscription;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.mail.outbox.MailRendererTest;
import fr.hubee.mail.outbox.MailTemplate;
import fr.hubee.mail.outbox.MailValues;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EditorNoticeTest {
    static final SilentSubscription SILENCE = new SilentSubscription(
            new UUID(0, 7),
            OrganizationKey.parse("SI-99000101800011-99101").orElseThrow(),
            "Mairie de Pontcarré",
            "EtatCivil",
            "Acte d’état civil",
            OrganizationKey.parse("EDT-99000700700018-00000").orElseThrow(),
            "Logiciels du plateau",
            Instant.parse("2026-11-24T11:00:00Z"));

    static String mail(MailTemplate template, MailValues values) {
        var mail = MailRendererTest.ours()
                .render(template, values.and("name", "Ed").and("login", "ed@x.example"));
        return mail.subject() + "\n" + mail.text();
    }

    @Test
    void theEditorReadsWhichServiceAndDemarcheHowManyWaitAndSinceWhen() {
        var text = mail(MailTemplate.RESCUE, RescueService.notice(SILENCE, 3));

        assertTrue(text.startsWith("HubEE - Un logiciel silencieux : Mairie de Pontcarré\n"), text);
        assertTrue(
                text.contains("depuis le 24 novembre 2026 à 12\u00a0h\u00a000, pour la démarche « Acte d’état civil »"),
                text);
        assertTrue(text.contains("3 télédossiers attendent qu’il se reconnecte."), text);
        assertTrue(text.contains("/abonnement?id=00000000-0000-0000-0000-000000000007"), text);
        assertTrue(mail(MailTemplate.RESCUE, RescueService.notice(SILENCE, 1)).contains("1 télédossier attend qu’il"));
    }

    @Test
    void aServerOfTheReleaseBeforeSendsItAsADigest() {
        var text = mail(MailTemplate.RESCUE.written(), RescueService.notice(SILENCE, 3));

        assertEquals(MailTemplate.DIGEST, MailTemplate.RESCUE.written());
        assertTrue(text.contains("- 3 télédossiers attendent un logiciel silencieux depuis le 24 novembre 2026"), text);
        assertFalse(text.contains("{{"), text);
    }
}

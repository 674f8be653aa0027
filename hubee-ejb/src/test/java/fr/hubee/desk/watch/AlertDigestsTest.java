package fr.hubee.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.mail.outbox.MailTemplate;
import fr.hubee.mail.outbox.NewMail;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.KnownAccount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AlertDigestsTest {
    static final UUID CIVIL = UUID.fromString("01a21512-0ecd-7002-9569-d7be66989d95");
    static final UUID CENSUS = UUID.fromString("01a21512-0ecd-7002-9569-d7be66989d96");

    static final UUID LINE = UUID.fromString("01a21512-0ecd-7002-9569-d7be66989d97");

    private final AlertDigests digests = AlertDigests.ofService(LINE);

    private static Unopened cases(String town, String process, UUID subscription, boolean software, long count) {
        return new Unopened(
                new OrganizationKey(OrganizationType.SI, "99000101800011", "99101"),
                town,
                process,
                "Acte d’état civil",
                subscription,
                "Mairie@pontcarre.example",
                software,
                count,
                Instant.parse("2026-11-09T23:30:00Z"),
                Instant.parse("2026-11-09T23:30:00Z"),
                Instant.parse("2026-11-12T10:00:00Z"));
    }

    private static KnownAccount person(String email) {
        var town = new OrganizationKey(OrganizationType.SI, "99000101800011", "99101");
        return new KnownAccount(
                UUID.randomUUID(),
                email,
                ActorType.LOCAL_ADMINISTRATOR,
                town,
                "Ada",
                "Lovelace",
                Set.of(),
                Set.of(),
                true,
                List.of());
    }

    private static List<?> news(NewMail mail) {
        return (List<?>) mail.values().asMap().get("news");
    }

    private static String said(NewMail mail, int line, String what) {
        return (String) ((Map<?, ?>) news(mail).get(line)).get(what);
    }

    @Test
    void aServiceIsInformedHowManyOfWhichDemarcheSinceWhenAndWhereTheyAre() {
        digests.toService(cases("Commune de Pontcarré", "EtatCivil", CIVIL, false, 2));

        var mail = digests.mails().get(0);
        assertEquals(MailTemplate.UNOPENED, mail.template());
        assertEquals(
                "2 télédossiers de « Acte d’état civil » : le plus ancien attend depuis le 10 novembre 2026",
                said(mail, 0, "text"));
        assertEquals(
                "/teledossiers?statut=nouveaux&demarche=EtatCivil&annonce=01a21512-0ecd-7002-9569-d7be66989d97&tri=transmission-croissante",
                said(mail, 0, "listPath"));
        assertEquals(
                "/abonnement?id=" + CIVIL, mail.values().text("settingsPath").orElseThrow());
        assertEquals("Commune de Pontcarré", mail.values().text("organization").orElseThrow());
    }

    @Test
    void whatSoftwareHasNotFetchedIsInNoListButHasASubscription() {
        digests.toService(cases("Commune de Pontcarré", "EtatCivil", CIVIL, true, 1));

        var mail = digests.mails().get(0);
        assertEquals(
                "1 télédossier de « Acte d’état civil » : il attend depuis le 10 novembre 2026", said(mail, 0, "text"));
        assertEquals("/abonnement?id=" + CIVIL, said(mail, 0, "listPath"));
    }

    @Test
    void anAddressOfTwoDemarchesGetsOneMail() {
        digests.toService(cases("Commune de Pontcarré", "EtatCivil", CIVIL, false, 2));
        digests.toService(cases("Commune de Pontcarré", "recensementCitoyen", CENSUS, false, 3));

        assertEquals(1, digests.mails().size());
        assertEquals(2, news(digests.mails().get(0)).size());
        assertEquals(
                "/abonnements",
                digests.mails().get(0).values().text("settingsPath").orElseThrow());
    }

    @Test
    void anAdministratorIsInformedOfAllServicesOfADemarcheInOneLine() {
        digests.toAll(
                List.of(person("ada@pontcarre.example"), person("grace@pontcarre.example")),
                List.of(
                        cases("Commune de Pontcarré", "EtatCivil", CIVIL, false, 2),
                        cases("Commune de Pontcarré", "EtatCivil", CENSUS, true, 3)));

        assertEquals(2, digests.mails().size());
        var mail = digests.mails().get(0);
        assertTrue(
                said(mail, 0, "text").startsWith("5 télédossiers de « Acte d’état civil », Commune de Pontcarré : "));
        assertEquals("/a-surveiller?demarche=EtatCivil", said(mail, 0, "listPath"));
    }

    @Test
    void whoseAddressIsThatOfTheSubscriptionIsInformedOnce() {
        var cases = cases("Commune de Pontcarré", "EtatCivil", CIVIL, false, 2);
        digests.toService(cases);
        digests.toAll(List.of(person("mairie@pontcarre.example")), List.of(cases));

        assertEquals(1, digests.mails().size());
        assertEquals(1, news(digests.mails().get(0)).size());
    }

    @Test
    void anOperatorChoosesTheDelaysAndNoAddress() {
        var operator = AlertDigests.ofOperator();
        operator.toAll(
                List.of(person("ada@pontcarre.example")),
                List.of(cases("Commune de Pontcarré", "EtatCivil", CIVIL, false, 2)));

        assertEquals(
                "/a-surveiller#delais",
                operator.mails().get(0).values().text("settingsPath").orElseThrow());
    }

    @Test
    void nobodyIsInformedOfNothing() {
        digests.toAll(List.of(person("ada@pontcarre.example")), List.of());

        assertEquals(List.of(), digests.mails());
    }
}

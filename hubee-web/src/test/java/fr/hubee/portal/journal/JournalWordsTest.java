package fr.hubee.portal.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.desk.caselist.CaseScope.CaseMilestone;
import fr.hubee.desk.watch.WatchDelay;
import fr.hubee.directory.organization.OrganizationDetails;
import fr.hubee.directory.process.DepositGate;
import fr.hubee.directory.process.ProcessDetails;
import fr.hubee.directory.process.RetentionRules;
import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.directory.subscription.NotificationFrequency;
import fr.hubee.directory.subscription.SubscriptionDetails;
import fr.hubee.directory.subscription.SubscriptionStatus;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.files.storage.FileDamage;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditLine;
import fr.hubee.journal.audit.Changes;
import fr.hubee.journal.audit.JournalNames;
import fr.hubee.journal.audit.JournalNames.Kind;
import fr.hubee.journal.audit.JournalNames.Named;
import fr.hubee.journal.audit.JournalNames.Person;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.Rights;
import fr.hubee.people.account.Role;
import fr.hubee.people.identity.Civility;
import fr.hubee.people.identity.Identity;
import fr.hubee.people.session.PersonSession.SignInMethod;
import fr.hubee.people.session.SignInRefusal;
import fr.hubee.portal.field.FrenchDates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalWordsTest {
    static final String TOWN = "SI-99000101800011-99101";
    static final String CASE = "01a21512-0ecd-7002-9569-d7be66989d95";
    static final String FILE = "01a21512-0ecd-7002-9569-d7be66989d96";
    static final String SUBSCRIPTION = "01a21512-0ecd-7002-9569-d7be66989d97";
    static final String ACCOUNT = "01a21512-0ecd-7002-9569-d7be66989d98";
    static final String GONE = "01a21512-0ecd-7002-9569-d7be66989d99";

    /** A literal name in a call of {@link Changes}. */
    static final Pattern NAMED = Pattern.compile("(?:\\bChanges\\.of|\\.and)\\(\\s*\"([A-Za-z.]+)\"");

    final NameWords names = new NameWords(new JournalNames(
            Map.of("camille@pontcarre.example", new Person("Camille Martin", TOWN)),
            Map.of(TOWN, "Commune de Pontcarré"),
            Map.of("EtatCivil", "Acte d’état civil"),
            Map.of(
                    CASE, new Named(Kind.CASE, "DEM-1-01", TOWN),
                    FILE, new Named(Kind.ATTACHMENT, "DEM-1", null),
                    SUBSCRIPTION, new Named(Kind.SUBSCRIPTION, "EtatCivil", TOWN),
                    ACCOUNT, new Named(Kind.ACCOUNT, "Camille Martin", TOWN))));
    final ActWords acts = new ActWords(names);
    final ChangeWords words = new ChangeWords(names, new FrenchDates());

    static AuditLine line(AuditAction action, String subject, Changes changes) {
        return new AuditLine(
                new UUID(0, 0),
                Instant.EPOCH,
                "camille@pontcarre.example",
                TOWN,
                null,
                action,
                TOWN,
                subject,
                null,
                changes);
    }

    String act(AuditAction action, String subject, Changes changes) {
        return acts.of(line(action, subject, changes));
    }

    static Changes event(ActionType type) {
        return Changes.of("externalId", "DEM-1-01").and("event", GONE).and("actionType", type);
    }

    @Test
    void whoActsIsCalledByName() {
        assertEquals("Camille Martin", names.actor("camille@pontcarre.example"));
        assertEquals("nobody@pontcarre.example", names.actor("nobody@pontcarre.example"));
        assertEquals("Le logiciel EtatCivil-abc", names.actor("EtatCivil-abc"));
        assertEquals("HubEE", names.actor("hubee"));
        assertEquals("Une personne inconnue", names.actor("unknown"));
    }

    @Test
    void aDeputyIsNamedWithThoseSheActsFor() {
        var one = line(AuditAction.CASE_READ, CASE, Changes.of("forWhom", "odile@pontcarre.example"));
        assertEquals("Camille Martin, en remplacement d’odile@pontcarre.example", names.actor(one));
        var herself = line(AuditAction.CASE_READ, CASE, Changes.of("forWhom", "camille@pontcarre.example"));
        assertEquals("Camille Martin, en remplacement de Camille Martin", names.actor(herself));
        assertEquals("Camille Martin", names.actor(line(AuditAction.CASE_READ, CASE, Changes.NONE)));
        assertEquals(List.of(), words.of(one), "it is in the sentence");
    }

    @Test
    void whoReplacesWhomIsDescribedInDays() {
        var named = Changes.of("deputy", "camille@pontcarre.example").and("lastDay", "2026-12-01");
        assertEquals(
                "a décidé qui remplace Camille Martin en son absence", act(AuditAction.DEPUTY_NAMED, ACCOUNT, named));
        assertEquals(
                List.of("Remplacement par : Camille Martin", "Dernier jour : 1er décembre 2026"),
                words.of(line(AuditAction.DEPUTY_NAMED, ACCOUNT, named)).stream()
                        .map(change -> change.field() + " : " + change.after())
                        .toList());
    }

    @Test
    void anEventIsASentence() {
        assertEquals(
                "a ajouté un commentaire au télédossier DEM-1-01",
                act(AuditAction.EVENT_RECORDED, CASE, event(ActionType.COM_ADD)));
        var moved = event(ActionType.STATUS_UPDATE);
        assertEquals(
                "a fait passer le télédossier DEM-1-01 de « Reçu » à « En cours »",
                act(AuditAction.EVENT_RECORDED, CASE, moved.and("status", "SI_RECEIVED", "IN_PROGRESS")));
        assertEquals(
                "a confirmé le statut « En cours » du télédossier DEM-1-01",
                act(AuditAction.EVENT_RECORDED, CASE, moved.and("status", "IN_PROGRESS", "IN_PROGRESS")));
        assertEquals(
                "a reçu le télédossier DEM-1-01",
                act(AuditAction.EVENT_RECORDED, CASE, moved.and("status", "HUBEE_NOTIFIED", "SENT")));
        assertEquals("a mis à jour le télédossier DEM-1-01", act(AuditAction.EVENT_RECORDED, CASE, moved));
        assertEquals(
                "a envoyé un dépôt de pièces jointes au télédossier DEM-1-01",
                act(
                        AuditAction.EVENT_STATUS_CHANGED,
                        CASE,
                        event(ActionType.ATTACH_DEPOSIT).and("eventStatus", "IN_PROGRESS", "SENT")));
    }

    @Test
    void anObjectIsCalledByItsNameOrNumber() {
        var read = AuditAction.ATTACHMENT_READ;
        assertEquals("a téléchargé une pièce jointe du télédossier DEM-1", act(read, FILE, Changes.NONE));
        assertEquals("a ouvert une pièce jointe du télédossier DEM-1", act(read, FILE, Changes.of("onScreen", true)));
        assertEquals("a téléchargé une pièce jointe du télédossier (supprimé depuis)", act(read, GONE, Changes.NONE));
        assertEquals(
                "a suspendu l’abonnement à « EtatCivil – Acte d’état civil » de la commune de Pontcarré",
                act(AuditAction.SUBSCRIPTION_SUSPENDED, SUBSCRIPTION, Changes.NONE));
        assertEquals(
                "a modifié les droits de Camille Martin",
                act(AuditAction.ACCOUNT_RIGHTS_CHANGED, ACCOUNT, Changes.NONE));
        assertEquals(
                "a modifié l’organisation Commune de Pontcarré",
                act(AuditAction.ORGANIZATION_CHANGED, TOWN, Changes.NONE));
        assertEquals(
                "a révoqué les identifiants du logiciel EtatCivil-abc",
                act(AuditAction.CREDENTIALS_REVOKED, SUBSCRIPTION, Changes.of("clientId", "EtatCivil-abc")));
        assertEquals(
                "a lancé le travail « Ménage »", act(AuditAction.JOB_STARTED, GONE, Changes.of("job", "HOUSEKEEPING")));
        assertEquals(
                "a demandé ce qui ne lui est pas ouvert : télédossier DEM-1-01",
                act(AuditAction.ACCESS_REFUSED, CASE, Changes.NONE));
        assertEquals(
                "a supprimé du journal le mois 03/2021",
                act(AuditAction.JOURNAL_DROPPED, "audit_entry_2021_03", Changes.NONE));
    }

    @ParameterizedTest
    @EnumSource(AuditAction.class)
    void everyActionIsASentenceWithoutACode(AuditAction action) {
        var act = act(
                action,
                GONE,
                event(ActionType.COM_ADD).and("status", "SENT", "DONE").and("eventStatus", "SENT", "RECEIVED"));

        assertFalse(act.matches(".*([A-Z]{2}_|[{}]|null|[0-9a-f]{8}-).*"), act);
        assertTrue(act.startsWith("a ") || act.startsWith("n’a "), act);
    }

    @ParameterizedTest
    @EnumSource(ActionType.class)
    void everyEventIsASentence(ActionType type) {
        assertTrue(act(AuditAction.EVENT_RECORDED, CASE, event(type)).endsWith("télédossier DEM-1-01"));
    }

    @Test
    void valuesAreWordsToo() {
        var changes = Changes.of("roles", "MANAGE_FOLDERS, READ_FOLDERS")
                .and("processCodes", null, List.of("EtatCivil"))
                .and("askedBy", "camille@pontcarre.example")
                .and("subscription", SUBSCRIPTION)
                .and("reason", "WRONG_CODE")
                .and("editor", TOWN)
                .and("until", Instant.parse("2026-11-25T09:04:00Z"))
                .and("event", GONE);

        var told = words.of(line(AuditAction.ACCOUNT_CHANGED, ACCOUNT, changes)).stream()
                .map(each -> each.field() + " : " + each.after())
                .toList();

        assertEquals(
                List.of(
                        "Demandé par : Camille Martin",
                        "Éditeur : Commune de Pontcarré",
                        "Habilitations : EtatCivil – Acte d’état civil",
                        "Motif : code incorrect",
                        "Rôles : gestion des télédossiers, consultation des télédossiers",
                        "Abonnement : à « EtatCivil – Acte d’état civil » de la commune de Pontcarré",
                        "Jusqu’au : 25/11/2026 à 10\u00a0h\u00a004"),
                told);
    }

    @Test
    void everyValueOfAListIsInFrench() {
        var lists = Map.of(
                "milestone", CaseMilestone.values(),
                "accessMode", AccessMode.values(),
                "notificationFrequency", NotificationFrequency.values(),
                "status", SubscriptionStatus.values(),
                "actorType", ActorType.values(),
                "roles", Role.values(),
                "civility", Civility.values(),
                "damage", FileDamage.values(),
                "reason", SignInRefusal.values(),
                "method", SignInMethod.values());

        lists.forEach((field, values) -> {
            for (var value : values) {
                var told = after(Changes.of(field, value));
                assertTrue(told.equals("API") || !told.equals(value.toString()), field + " " + value);
            }
        });
    }

    @Test
    void daysPeriodsAndFormatsAreInFrench() {
        assertEquals("29 novembre 2026", after(Changes.of("from", LocalDate.of(2026, 11, 29))));
        assertEquals("2\u00a0mois", after(Changes.of("retention.portalFilesKept", Period.ofMonths(2))));
        assertEquals("PDF, XML", after(Changes.of("attachments.formats", "application/pdf, application/xml")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2026-03-01", "P1D1Y", "P99999999999D", "P3D", "P0D"})
    void aTypedTextThatLooksLikeADayOrAPeriodIsShownAsItWasTyped(String typed) {
        assertEquals(typed, after(Changes.of("name", typed)));
    }

    private String after(Changes changes) {
        return words.of(line(AuditAction.ACCOUNT_CHANGED, ACCOUNT, changes))
                .get(0)
                .after();
    }

    @Test
    void whatTheSentenceTellsIsNotRepeatedButStaysInTheRawValues() {
        var line = line(
                AuditAction.EVENT_RECORDED,
                CASE,
                event(ActionType.STATUS_UPDATE).and("status", "SENT", "DONE"));

        assertEquals(List.of(), words.of(line));
        var raw = new JournalLine(line, "", "", "", "", List.of()).getRaw();
        assertTrue(raw.contains(new JournalLine.Change("actionType", null, "STATUS_UPDATE")), raw::toString);
        assertTrue(raw.contains(new JournalLine.Change("status", "SENT", "DONE")), raw::toString);
        assertTrue(raw.contains(new JournalLine.Change("Objet", null, CASE)), raw::toString);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                OrganizationDetails.class,
                ProcessDetails.class,
                DepositGate.class,
                SubscriptionDetails.class,
                Identity.class,
                Rights.class,
                RetentionRules.class,
                WatchDelay.class
            })
    void everyRecordedFieldHasAName(Class<?> recorded) {
        for (var field : recorded.getRecordComponents()) {
            if (!field.getType().isRecord() || field.getType().getSimpleName().equals("OrganizationKey")) {
                assertFalse(ChangeWords.name(field.getName()).equals(field.getName()), field.getName());
            } else {
                everyRecordedFieldHasAName(field.getType());
            }
        }
    }

    @Test
    void everyFieldThatCodeNamesHasAName() throws IOException {
        var named = new TreeSet<String>();
        for (var module : List.of("hubee-ejb", "hubee-batch", "hubee-web")) {
            named.addAll(namedIn(Path.of("..", module, "src/main/java")));
        }
        assertTrue(named.containsAll(Set.of("externalId", "people", "casesToPortal", "mergedAt")), named::toString);

        named.removeAll(ChangeWords.LEFT_OUT);
        named.removeIf(field -> !ChangeWords.name(field).equals(field));
        assertEquals(Set.of(), named, "journal.properties has no word for them");
    }

    private static Set<String> namedIn(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            var named = new TreeSet<String>();
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                named.addAll(named(Files.readString(file)));
            }
            return named;
        }
    }

    /** Values of a mail are named in the same way. */
    private static Set<String> named(String code) {
        if (!code.contains("fr.hubee.journal.audit")) {
            return Set.of();
        }
        return Stream.of(code.split(";", -1))
                .filter(statement -> !statement.contains("MailValues") && !statement.contains("values.and("))
                .flatMap(statement -> NAMED.matcher(statement).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }
}

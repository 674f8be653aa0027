package fr.hubee.it.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.directory.subscription.SubscriptionLine;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InParallel;
import fr.hubee.it.world.Callers;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Organizations;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditLine;
import fr.hubee.journal.audit.AuditQuery;
import fr.hubee.journal.audit.Changes.Change;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.lifetime.merge.MergePreview;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.NewAccount;
import fr.hubee.people.identity.Civility;
import fr.hubee.people.identity.Identity;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the merge of two communes. */
class MergeIT extends TwoTowns {
    @Inject
    AccountLookup directory;

    @Inject
    OrganizationService organizations;

    MergePreview preview() throws Exception {
        return AsCaller.call(NINA, () -> merges.preview(NINA, from, to));
    }

    MergePreview merge(String fingerprint) throws Exception {
        return AsCaller.call(NINA, () -> merges.merge(NINA, from, to, fingerprint));
    }

    String newAdministrator() throws Exception {
        var email = "maire-" + village.companyRegister() + "@pontcarre.fr";
        var identity = new Identity(Civility.M, "Ada", "Maire", null, "0160000000", null);
        var wanted = new NewAccount(ActorType.LOCAL_ADMINISTRATOR, from, email, identity, Set.of());
        AsCaller.call(NINA, () -> accounts.create(NINA, wanted));
        return email;
    }

    static List<String> codes(List<SubscriptionLine> lines) {
        return lines.stream().map(SubscriptionLine::processCode).toList();
    }

    List<AuditLine> journal(OrganizationKey key) throws Exception {
        var query = new AuditQuery(AuditAction.ORGANIZATIONS_MERGED, null, null, key.toString(), null, null, 0, 10);
        return AsCaller.call(NINA, () -> audit.page(query)).items();
    }

    String status(OrganizationKey key) throws Exception {
        return AsCaller.call(NINA, () -> organizations.read(key)).details().status();
    }

    @Test
    void aVillageJoinsATownWithAllThatItHas() throws Exception {
        var pair = software(village, "EtatCivil");
        var ended = software(village, "CERTDC");
        town.subscribed("CERTDC");
        var before = signedIn(pair);
        var deposit = deposit(village);
        deposit.move(before, "SENT");
        var others = preview().accounts();
        var maire = newAdministrator();

        var seen = preview();
        assertEquals(Map.of("EtatCivil", 1L), seen.cases());
        assertEquals(1, seen.notifications());
        assertEquals(List.of("EtatCivil"), codes(seen.subscriptions().moving()));
        assertEquals(List.of("CERTDC"), codes(seen.subscriptions().staying()));
        assertEquals(1, seen.movingCredentials());
        assertEquals(1, seen.revokedCredentials());
        assertEquals(others + 1, seen.accounts());
        assertEquals("Actif", status(from));

        assertEquals(seen, merge(seen.fingerprint()));

        // the village's software goes on with its secret, and within five seconds with its token: it reads the town's
        // case
        for (var software : List.of(signedIn(pair), before)) {
            var read = firstAllowed(software, deposit.casePath());
            assertEquals(town.companyRegister(), read.field("recipient/companyRegister"));
            assertNotNull(software.notificationOf(deposit.caseId()));
        }
        deposit.move(before, "DONE").expect(201);

        // a folder for the town arrives where the village's did, and none is taken for the village any more
        before.get(deposit(town).casePath()).expect(200);
        dila.post("/folders", Deposit.json(village)).expect(400);

        // the town's former subscription is its own
        ask(ended).expect(401);
        assertEquals(to, directory.findByLogin(maire).orElseThrow().organization());
        assertEquals("Inactif", status(from));
        assertEquals("Actif", status(to));
    }

    @Test
    void aMergeIsInTheJournalOfBothOrganisations() throws Exception {
        software(village, "EtatCivil");
        deposit(village);

        merge(preview().fingerprint());

        for (var key : List.of(from, to)) {
            var lines = journal(key);
            assertEquals(1, lines.size());
            var told = lines.get(0).changes().fields();
            assertEquals(new Change(null, "1"), told.get("cases"));
            assertEquals(new Change(null, "1"), told.get("notifications"));
            assertEquals(new Change(null, "1"), told.get("subscriptionsMoved"));
            assertEquals(new Change(null, "0"), told.get("subscriptionsEnded"));
            assertEquals(new Change(null, "1"), told.get("credentialsMoved"));
            assertEquals(new Change(null, from.toString()), told.get("predecessor"));
            assertEquals(new Change(null, to.toString()), told.get("successor"));
            assertEquals("nina@hubee.example", lines.get(0).actor());
        }
        assertEquals(
                new Change("Actif", "Inactif"),
                journal(from).get(0).changes().fields().get("status"));
    }

    @Test
    void aChangeSinceThePreviewStopsTheMerge() throws Exception {
        var pair = software(village, "EtatCivil");
        var seen = preview();
        var deposit = deposit(village);
        assertNotEquals(seen.fingerprint(), preview().fingerprint());

        var refused = assertThrows(Conflict.class, () -> merge(seen.fingerprint()));

        assertTrue(refused.getMessage().startsWith("Rien n’a été transféré"), refused.getMessage());
        assertEquals("Actif", status(from));
        signedIn(pair).get(deposit.casePath()).expect(200);
        assertEquals(
                village.companyRegister(),
                signedIn(pair).get(deposit.casePath()).field("recipient/companyRegister"));
        assertEquals(List.of(), journal(from));
    }

    @Test
    void eachKindOfChangeGivesThePreviewAnotherFingerprint() throws Exception {
        var prints = Stream.<String>builder().add(preview().fingerprint());
        village.subscribed("CERTDC");
        prints.add(preview().fingerprint());
        town.subscribed("CERTDC");
        prints.add(preview().fingerprint());
        newAdministrator();
        prints.add(preview().fingerprint());
        software(village, "EtatCivil");
        prints.add(preview().fingerprint());

        assertEquals(5, prints.build().distinct().count());
    }

    @Test
    void ofTwoAtOnceOneIsDoneAndTheOtherIsRefused() throws Exception {
        software(village, "EtatCivil");
        deposit(village);
        var seen = preview();

        var outcomes = InParallel.of(2, each -> {
            try {
                merge(seen.fingerprint());
                return "done";
            } catch (Conflict refused) {
                return "told";
            } catch (Exception failure) {
                return failure.toString();
            }
        });

        assertEquals(List.of("done", "told"), outcomes.stream().sorted().toList());
        assertEquals(1, journal(from).size());
    }

    @Test
    void twoThatWantTheOppositeDoNotStopEachOther() throws Exception {
        var seen = preview();
        var back = AsCaller.call(NINA, () -> merges.preview(NINA, to, from));

        var outcomes = InParallel.of(2, each -> {
            try {
                if (each == 0) {
                    merge(seen.fingerprint());
                } else {
                    AsCaller.call(NINA, () -> merges.merge(NINA, to, from, back.fingerprint()));
                }
                return "done";
            } catch (InvalidRequest refused) {
                return "told";
            } catch (Exception failure) {
                return failure.toString();
            }
        });

        assertEquals(List.of("done", "told"), outcomes.stream().sorted().toList());
    }

    @Test
    void whatIsLeftBehindIsHandedOverByAskingAgain() throws Exception {
        merge(preview().fingerprint());
        var late = newAdministrator();

        merge(preview().fingerprint());

        assertEquals(to, directory.findByLogin(late).orElseThrow().organization());
        assertEquals(2, journal(to).size());
    }

    @Test
    void onlyOneKnownInstructingServiceSucceedsToAnother() throws Exception {
        assertTrue(refusal(from, Organizations.DILA).contains("type SI"));
        assertTrue(refusal(Organizations.DILA, to).contains("type SI"));
        assertTrue(refusal(from, from).contains("différentes"));
        var unknown = NewTown.fresh().organizationKey();
        assertEquals("L’organisation " + unknown + " n’existe pas.", refusal(from, unknown));
        assertEquals("L’organisation " + unknown + " n’existe pas.", refusal(unknown, to));
        var closed = town.organization().replace("\"Actif\"", "\"Inactif\"");
        admin.put("/organizations/" + town.name(), closed).expect(200);
        assertTrue(refusal(from, to).contains("est inactive"));
    }

    String refusal(OrganizationKey one, OrganizationKey other) {
        var first =
                assertThrows(InvalidRequest.class, () -> AsCaller.call(NINA, () -> merges.preview(NINA, one, other)));
        var second =
                assertThrows(InvalidRequest.class, () -> AsCaller.call(NINA, () -> merges.merge(NINA, one, other, "")));
        assertEquals(first.getMessage(), second.getMessage());
        return first.getMessage();
    }

    @Test
    void onlyTheNationalAdministratorMerges() {
        var ada = Callers.manager(from);
        assertThrows(EJBAccessException.class, () -> AsCaller.call(ada, () -> merges.preview(ada, from, to)));
        assertThrows(EJBAccessException.class, () -> AsCaller.call(ada, () -> merges.merge(ada, from, to, "")));
    }
}

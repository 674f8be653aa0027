package fr.hubee.it.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.clients.client.NewSecret;
import fr.hubee.directory.subscription.ReturningSubscription;
import fr.hubee.directory.subscription.ReturningSubscription.ReturnOutcome;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InParallel;
import fr.hubee.it.world.Callers;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.NewTown;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditQuery;
import fr.hubee.journal.audit.Changes.Change;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.lifetime.merge.UndoPreview;
import fr.hubee.people.account.AccountTransfer.ReturningAccount;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.KnownAccount;
import jakarta.ejb.EJBAccessException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Checks that the merge of the wrong communes can be undone. */
class MergeUndoIT extends TwoTowns {
    UUID merge() throws Exception {
        return merge(village, town);
    }

    UUID merge(NewTown one, NewTown other) throws Exception {
        var from = one.organizationKey();
        var to = other.organizationKey();
        AsCaller.call(
                NINA,
                () -> merges.merge(
                        NINA, from, to, merges.preview(NINA, from, to).fingerprint()));
        return AsCaller.call(NINA, () -> undoing.list(NINA)).stream()
                .map(recent -> recent.merge())
                .filter(merge -> merge.from().equals(from) && !merge.isUndone())
                .findFirst()
                .orElseThrow()
                .id();
    }

    UndoPreview preview(UUID merge) throws Exception {
        return AsCaller.call(NINA, () -> undoing.preview(NINA, merge));
    }

    UndoPreview undo(UUID merge) throws Exception {
        return undo(merge, preview(merge).fingerprint());
    }

    UndoPreview undo(UUID merge, String fingerprint) throws Exception {
        return AsCaller.call(NINA, () -> undoing.undo(NINA, merge, fingerprint));
    }

    String refusal(UUID merge) {
        return assertThrows(InvalidRequest.class, () -> undo(merge)).getMessage();
    }

    UUID subscription(NewTown of, String processCode) throws SQLException {
        return (UUID) sql(
                "select id from subscription where company_register = ? and process_code = ?",
                of.companyRegister(),
                processCode);
    }

    KnownAccount agent(NewTown of) throws Exception {
        return NewPerson.camille(of.organizationKey(), ActorType.AGENT)
                .reaching("EtatCivil")
                .in(database);
    }

    void deactivate(KnownAccount person) throws Exception {
        var version = (long) sql("select version from account where id = ?", person.id());
        AsCaller.call(NINA, () -> accounts.deactivate(NINA, person.id(), version));
    }

    Object sql(String query, Object... values) throws SQLException {
        return sql().one(query, values);
    }

    long count(String from, Object... values) throws SQLException {
        return (long) sql("select count(*) from " + from, values);
    }

    /** Returns where everything is: the events and notifications of each case; the subscriptions, their software, the people. */
    String world(List<String> cases) throws SQLException {
        return (String) sql("""
                select concat_ws(E'\\n',
                    (select string_agg(concat_ws(' ', c.external_id, c.company_register, c.status), ',' order by c.id)
                     from cases c where c.id = any(?)),
                    (select string_agg(concat_ws(' ', e.id, e.transmitter_company_register, e.status), ',' order by e.id)
                     from case_event e where e.case_id = any(?)),
                    (select string_agg(concat_ws(' ', n.company_register, n.transmitter_company_register), ',' order by n.id)
                     from notification n where n.case_id = any(?)),
                    (select string_agg(concat_ws(' ', s.id, s.company_register, s.status, s.ended_at), ',' order by s.id)
                     from subscription s where s.company_register = any(?)),
                    (select string_agg(concat_ws(' ', a.client_id, a.company_register), ',' order by a.client_id)
                     from api_client a where a.company_register = any(?)),
                    (select string_agg(concat_ws(' ', p.email, p.company_register), ',' order by p.id)
                     from account p where p.company_register = any(?)),
                    (select string_agg(concat_ws(' ', o.company_register, o.status), ',' order by o.company_register)
                     from organization o where o.company_register = any(?)))""", uuids(cases), uuids(cases), uuids(cases), towns(), towns(), towns(), towns());
    }

    static UUID[] uuids(List<String> ids) {
        return ids.stream().map(UUID::fromString).toArray(UUID[]::new);
    }

    String[] towns() {
        return new String[] {village.companyRegister(), town.companyRegister()};
    }

    static List<ReturnOutcome> outcomes(List<ReturningSubscription> subscriptions) {
        return subscriptions.stream().map(ReturningSubscription::outcome).toList();
    }

    @Test
    void anUndoneMergeLeavesEverythingAsBefore() throws Exception {
        var pair = software(village, "EtatCivil");
        var ended = software(village, "CERTDC");
        var own = software(town, "CERTDC");
        agent(village);
        agent(town);
        var its = signedIn(pair);
        var unread = deposit(village);
        var begun = deposit(village);
        var done = deposit(village);
        for (var status : List.of("SENT", "SI_RECEIVED", "IN_PROGRESS")) {
            begun.move(its, status);
            done.move(its, status);
        }
        done.move(its, "DONE");
        var cases = List.of(unread.caseId(), begun.caseId(), done.caseId());
        var before = world(cases);

        var merge = merge();
        assertNotEquals(before, world(cases));
        var seen = preview(merge);
        assertEquals(Map.of("EtatCivil", 3L), seen.cases().returning());
        assertEquals(0, seen.cases().changed());
        assertEquals(List.of(ReturnOutcome.RETURNS), outcomes(seen.returning()));
        assertEquals(List.of(ReturnOutcome.RESUMES), outcomes(seen.resuming()));
        assertEquals(1, seen.followingCredentials());
        assertEquals(0, seen.revokedCredentials());
        assertEquals(1, seen.stillRevoked());

        assertEquals(seen, undo(merge));

        assertEquals(before, world(cases));
        firstAllowed(signedIn(pair), begun.casePath()).expect(200);
        ask(ended).expect(401, "what was revoked stays so");
        ask(own).expect(200);
        dila.post("/folders", Deposit.json(village)).expect(201);
        assertEquals(0, count("merged_case where merge_id = ?", merge));

        undo(merge());
        assertEquals(before, world(cases), "and once more");
    }

    @Test
    void whatCameSinceStaysAndWhatTheSuccessorHandledReturnsWithItsHistory() throws Exception {
        software(village, "EtatCivil");
        var successors = signedIn(software(town, "EtatCivil"));
        var handled = deposit(village);
        var untouched = deposit(village);
        var merge = merge();
        successors.get(handled.casePath()).expect(200);
        handled.move(successors, "SENT");
        var late = deposit(town);

        var seen = preview(merge);
        assertEquals(Map.of("EtatCivil", 2L), seen.cases().returning());
        assertEquals(1, seen.cases().changed());
        assertEquals(Map.of("EtatCivil", 1L), seen.cases().arrived());
        assertEquals(Map.of(), seen.unseen(), "the town has its own subscription");
        undo(merge);

        for (var hidden : List.of(handled, untouched)) {
            successors.get(hidden.casePath()).expect(403);
        }
        successors.get(late.casePath()).expect(200);
        assertEquals("SENT", dila.get(handled.casePath()).field("status"));
        assertEquals(
                0,
                count(
                        "case_event where case_id = ? and transmitter_company_register = ?",
                        handled.theCase(),
                        town.companyRegister()),
                "the village is responsible for it");
        assertEquals(
                0,
                count(
                        "notification where company_register = ? and case_id <> ?",
                        town.companyRegister(),
                        late.theCase()));
    }

    @Test
    void thePreviewTellsWhatTheSuccessorCanNoLongerOpen() throws Exception {
        software(village, "EtatCivil");
        deposit(village);
        var merge = merge();
        deposit(town);

        assertEquals(Map.of("EtatCivil", 1L), preview(merge).unseen());
    }

    @Test
    void aSecretThatTheSuccessorKnowsDoesNotOpenTheVillage() throws Exception {
        var pair = software(village, "EtatCivil");
        var merge = merge();
        var id = subscription(town, "EtatCivil");
        var seen = AsCaller.call(NINA, () -> credentials.read(NINA, id))
                .orElseThrow()
                .secrets()
                .get(0)
                .createdAt();
        var local = town.localAdministrator();
        var renewed = AsCaller.call(local, () -> credentials.renew(local, id, seen, 1, NewSecret.random()));

        assertEquals(1, preview(merge).revokedCredentials());
        undo(merge);

        assertEquals(from.companyRegister(), sql("select company_register from subscription where id = ?", id));
        ask(renewed).expect(401);
        ask(pair).expect(401);
    }

    @Test
    void aSubscriptionThatIsNoLongerTheSameStays() throws Exception {
        software(village, "EtatCivil");
        var ended = village.inService("CERTDC", "API");
        town.subscribed("CERTDC");
        var merge = merge();
        village.subscribed("EtatCivil");
        NewTown.putInService(ended, "API");

        var staying = preview(merge).staying();
        assertEquals(List.of(ReturnOutcome.CHANGED, ReturnOutcome.TAKEN_AGAIN), outcomes(staying));
        undo(merge);

        assertEquals("ACTIVE", sql("select status from subscription where id = ?", UUID.fromString(ended)));
        assertEquals(2, count("subscription where process_code = 'EtatCivil' and company_register = any(?)", (Object)
                towns()));
        assertEquals(
                1,
                count(
                        "subscription where process_code = 'EtatCivil' and company_register = ?",
                        town.companyRegister()));
    }

    @Test
    void peopleReturnAsTheyAreToday() throws Exception {
        var gone = agent(village);
        var stays = agent(town);
        var merge = merge();
        deactivate(gone);

        var seen = preview(merge);
        assertEquals(
                List.of(gone.id()),
                seen.closedAccounts().stream().map(ReturningAccount::id).toList());
        assertEquals(1, seen.returningAccounts());
        undo(merge);

        assertEquals(village.companyRegister(), sql("select company_register from account where id = ?", gone.id()));
        assertEquals(false, sql("select active from account where id = ?", gone.id()));
        assertEquals(town.companyRegister(), sql("select company_register from account where id = ?", stays.id()));
    }

    @Test
    void nobodyHandlesTheCasesOfTheOtherOrganisation() throws Exception {
        software(village, "EtatCivil");
        software(town, "EtatCivil");
        var villager = agent(village);
        var townsman = agent(town);
        var kept = UUID.fromString(deposit(village).caseId());
        var taken = UUID.fromString(deposit(village).caseId());
        var towns = UUID.fromString(deposit(town).caseId());
        var merge = merge();
        for (var row :
                List.of(List.of(kept, villager.id()), List.of(taken, townsman.id()), List.of(towns, villager.id()))) {
            sql().change("insert into case_handler (case_id, account_id, since) values (?, ?, now())", row.toArray());
        }

        undo(merge);

        assertEquals(villager.id(), sql("select account_id from case_handler where case_id = ?", kept));
        assertEquals(0, count("case_handler where case_id = any(?)", (Object) new UUID[] {taken, towns}));
    }

    @Test
    void aLaterMergeOfTheSuccessorIsUndoneFirst() throws Exception {
        software(village, "EtatCivil");
        deposit(village);
        var city = NewTown.fresh().registered();
        var first = merge();
        var second = merge(town, city);

        assertTrue(refusal(first).contains("annulez d’abord cette fusion-là"), refusal(first));
        undo(second);
        assertEquals(1, undo(first).cases().allReturning());
    }

    @Test
    void ofTwoUndosAtOnceOneIsRefused() throws Exception {
        software(village, "EtatCivil");
        deposit(village);
        var merge = merge();
        var fingerprint = preview(merge).fingerprint();

        var outcomes = InParallel.of(2, each -> {
            try {
                undo(merge, fingerprint);
                return "done";
            } catch (InvalidRequest refused) {
                return refused.getMessage();
            } catch (Exception failure) {
                return failure.toString();
            }
        });

        assertEquals(
                List.of("Cette fusion est déjà annulée.", "done"),
                outcomes.stream().sorted().toList());
        var undone = AsCaller.call(NINA, () -> undoing.list(NINA)).stream()
                .filter(recent -> recent.merge().id().equals(merge))
                .findFirst()
                .orElseThrow();
        assertEquals("nina@hubee.example", undone.merge().undoneBy());
        assertFalse(undone.isReversible());
    }

    @Test
    void aChangeSinceThePreviewStopsTheUndo() throws Exception {
        software(village, "EtatCivil");
        var deposit = deposit(village);
        var person = agent(village);
        var merge = merge();
        var seen = preview(merge).fingerprint();
        deposit(town);
        assertEquals(seen, preview(merge).fingerprint(), "what arrives for the successor changes nothing of it");
        deactivate(person);

        var refused = assertThrows(Conflict.class, () -> undo(merge, seen));

        assertTrue(refused.getMessage().startsWith("Rien n’a été rendu"), refused.getMessage());
        assertEquals(town.companyRegister(), sql("select company_register from cases where id = ?", deposit.theCase()));
    }

    @Test
    void aMergeOfThirtyDaysAgoIsNotUndoneAndItsDetailsAreDeleted() throws Exception {
        software(village, "EtatCivil");
        deposit(village);
        var merge = merge();
        sql().change(
                        "update organization_merge set merged_at = now() - interval '30 days 1 minute' where id = ?",
                        merge);

        assertEquals("Cette fusion a plus de 30 jours : elle ne peut plus être annulée.", refusal(merge));
        assertTrue(AsCaller.call(NINA, () -> undoing.list(NINA)).stream()
                .noneMatch(recent -> recent.merge().id().equals(merge)));
        AsCaller.call(Set.of(RoleNames.BATCH), undoing::forgetOld);

        assertThrows(NotFound.class, () -> preview(merge));
        for (var table : List.of("merged_case", "merged_subscription", "merged_client", "merged_account")) {
            assertEquals(0, count(table + " where merge_id = ?", merge), table);
        }
    }

    @Test
    void aDeletedFolderIsNoLongerPartOfTheMerge() throws Exception {
        software(village, "EtatCivil");
        var id = UUID.fromString(deposit(village).caseId());
        var merge = merge();
        assertEquals(1, count("merged_case where case_id = ?", id));

        sql().change("delete from folder where id = (select folder_id from cases where id = ?)", id);

        assertEquals(0, count("merged_case where case_id = ?", id));
        assertEquals(0, undo(merge).cases().allReturning());
    }

    @Test
    void anUndoneMergeIsInTheJournalOfBothOrganisations() throws Exception {
        software(village, "EtatCivil");
        deposit(village);
        undo(merge());

        for (var key : List.of(from, town.organizationKey())) {
            var query = new AuditQuery(AuditAction.MERGE_UNDONE, null, null, key.toString(), null, null, 0, 10);
            var lines = AsCaller.call(NINA, () -> audit.page(query)).items();
            assertEquals(1, lines.size());
            var told = lines.get(0).changes().fields();
            assertEquals(new Change(null, "1"), told.get("cases"));
            assertEquals(new Change(null, "1"), told.get("subscriptionsReturned"));
            assertEquals(new Change(null, village.name()), told.get("predecessor"));
        }
    }

    @Test
    void onlyTheNationalAdministratorUndoes() {
        var ada = Callers.manager(from);
        var any = UUID.randomUUID();
        assertThrows(EJBAccessException.class, () -> AsCaller.call(ada, () -> undoing.list(ada)));
        assertThrows(EJBAccessException.class, () -> AsCaller.call(ada, () -> undoing.preview(ada, any)));
        assertThrows(EJBAccessException.class, () -> AsCaller.call(ada, () -> undoing.undo(ada, any, "")));
    }
}

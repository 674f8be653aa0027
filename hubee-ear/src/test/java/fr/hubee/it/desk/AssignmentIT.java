package fr.hubee.it.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.desk.caselist.CaseFilter;
import fr.hubee.desk.caselist.CaseLine;
import fr.hubee.desk.caselist.CaseListService;
import fr.hubee.desk.caselist.CaseScope;
import fr.hubee.desk.caselist.CaseTab;
import fr.hubee.desk.casework.AssignmentService;
import fr.hubee.desk.casework.AssignmentService.Colleague;
import fr.hubee.desk.casework.AssignmentService.Handler;
import fr.hubee.desk.casework.PresenceService;
import fr.hubee.exchange.notification.PortalReceptionService;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.People;
import fr.hubee.it.world.PortalTown;
import fr.hubee.it.world.Stored;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.people.account.AccountEvent;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.Role;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks « Attribué à Odile »: an assignment among colleagues, which the API does not show. */
class AssignmentIT extends InServer {
    static final String PROCESS = "EtatCivil";

    @Inject
    AssignmentService assignments;

    @Inject
    PresenceService presence;

    @Inject
    CaseListService list;

    @Inject
    PortalReceptionService reception;

    @Inject
    Event<AccountEvent> happened;

    @Inject
    Transactions transactions;

    final PortalTown village = PortalTown.of(PROCESS);
    Caller ada;
    Caller odile;
    UUID id;
    Deposit deposit;

    @BeforeEach
    void people() throws Exception {
        ada = agent("Ada", village, Role.MANAGE_FOLDERS);
        odile = agent("Odile", village, Role.MANAGE_FOLDERS);
        deposit = Deposit.announce(dila, village.town()).upload().complete();
        id = deposit.theCase();
        asBatch.call(() -> reception.receive(id));
    }

    Caller agent(String name, PortalTown there, Role role) throws Exception {
        return NewPerson.ada(there.town().organizationKey(), ActorType.AGENT)
                .named(name, "Lovelace")
                .roles(Set.of(role))
                .reaching(PROCESS)
                .in(database)
                .caller(People.HERE);
    }

    <T> T as(Caller caller, Callable<T> act) throws Exception {
        return AsCaller.call(caller, act);
    }

    boolean take(Caller caller) throws Exception {
        return as(caller, () -> assignments.take(caller, id));
    }

    Handler handler(Caller caller) throws Exception {
        return as(caller, () -> assignments.handlers(caller, List.of(id))).get(id);
    }

    UUID account(Caller caller) throws Exception {
        return (UUID) sql().one("select id from account where email = ?", caller.name());
    }

    long rows() throws Exception {
        return sql().count("case_handler where case_id = ?", id);
    }

    Object recorded(String action, Caller caller) throws Exception {
        return sql().count(
                        "audit_entry where action = ? and actor = ? and subject = ?",
                        action,
                        caller.name(),
                        deposit.caseId());
    }

    @Test
    void aCaseIsTakenHandedOnAndGivenBackAndEachIsRecorded() throws Exception {
        assertNull(handler(ada));
        assertTrue(take(ada), "nobody had it");
        assertTrue(handler(ada).me());
        assertEquals("Ada Lovelace", handler(odile).name());
        assertFalse(handler(odile).me());

        AsCaller.run(ada, () -> assignments.handOn(ada, id, account(odile)));
        assertEquals("Odile Lovelace", handler(ada).name());
        assertFalse(take(ada), "nothing is locked");
        AsCaller.run(ada, () -> assignments.giveBack(ada, id));
        assertNull(handler(odile));
        assertEquals(
                List.of(2L, 1L, 1L),
                List.of(
                        recorded("CASE_TAKEN", ada),
                        recorded("CASE_HANDED_ON", ada),
                        recorded("CASE_GIVEN_BACK", ada)));
    }

    @Test
    void theAnswersOfTheApiAndItsQueuesDoNotChange() throws Exception {
        var admin = Partner.of("demo-admin");
        var queued = "select count(*) from notification where case_id = ?";
        var before = List.of(
                admin.get(deposit.casePath()).text(),
                dila.get(deposit.path()).text(),
                sql().one(queued, id).toString());

        take(ada);
        AsCaller.run(ada, () -> assignments.handOn(ada, id, account(odile)));

        assertEquals(
                before,
                List.of(
                        admin.get(deposit.casePath()).text(),
                        dila.get(deposit.path()).text(),
                        sql().one(queued, id).toString()));
    }

    @Test
    void onlyThoseWhoMayHandleItAreProposedAndAccepted() throws Exception {
        var reader = agent("Rose", village, Role.READ_FOLDERS);
        var neighbour = agent("Noé", PortalTown.of(PROCESS), Role.MANAGE_FOLDERS);

        assertEquals(
                List.of("Odile Lovelace"),
                as(ada, () -> assignments.colleagues(ada, id)).stream()
                        .map(Colleague::name)
                        .toList());
        for (var other : List.of(reader, neighbour)) {
            var account = account(other);
            assertThrows(
                    InvalidRequest.class,
                    () -> AsCaller.run(ada, () -> assignments.handOn(ada, id, account)),
                    other::name);
        }
        assertThrows(NotFound.class, () -> take(neighbour));
        take(ada);
        assertNull(handler(neighbour), "she sees nothing of it");
    }

    @Test
    void anAgentWhoLosesTheRightLosesHerCases() throws Exception {
        take(ada);
        Stored.account(account(ada)).hasProcesses("");
        assertNull(handler(odile), "at once");

        transactions.run(() -> happened.fire(new AccountEvent.RightsChanged(account(ada))));
        assertEquals(0L, rows(), "nor when she may again");

        take(odile);
        transactions.run(() -> happened.fire(new AccountEvent.Deactivated(account(odile))));
        assertEquals(0L, rows());
    }

    @Test
    void theListFiltersOnesOwnCasesAndADeletedCaseLosesItsAssignment() throws Exception {
        take(ada);

        assertEquals(List.of(id), mine(ada));
        assertEquals(List.of(), mine(odile));

        sql().change("delete from notification where case_id = ?", id);
        sql().change("delete from cases where id = ?", id);
        assertEquals(0L, rows());
    }

    @Test
    void amongHersOneSearchesAndCountsAsAmongAll() throws Exception {
        var other = Deposit.announce(dila, village.town()).upload().complete();
        asBatch.call(() -> reception.receive(other.theCase()));
        take(ada);
        var hers = CaseFilter.ALL.in(new CaseScope(true, null, null, null));
        var number = as(ada, () -> list.page(ada, hers)).lines().get(0).externalId();

        assertEquals(List.of(id), ids(ada, hers.searching(number)));
        assertEquals(List.of(), ids(ada, hers.searching("personne-de-ce-nom")));
        assertEquals(List.of(id), ids(ada, hers.in(CaseTab.NEW)), "in its own order");
        assertEquals(List.of(), ids(ada, hers.in(CaseTab.DONE)));
        for (var filter : List.of(hers, hers.searching(number), hers.searching("1"))) {
            var counts = as(ada, () -> list.counts(ada, filter));
            assertEquals(ids(ada, filter).size(), counts.of(CaseTab.ALL));
            assertEquals(counts.of(CaseTab.ALL), counts.of(CaseTab.NEW));
        }
    }

    List<UUID> mine(Caller caller) throws Exception {
        return ids(caller, CaseFilter.ALL.in(new CaseScope(true, null, null, null)));
    }

    List<UUID> ids(Caller caller, CaseFilter filter) throws Exception {
        return as(caller, () -> list.page(caller, filter)).lines().stream()
                .map(CaseLine::id)
                .toList();
    }

    @Test
    void twoWhoLookAtItSeeEachOtherUntilOneHasLeft() throws Exception {
        assertEquals(List.of(), as(ada, () -> presence.visit(ada, id)).others());
        assertEquals(
                List.of("Ada Lovelace"),
                as(odile, () -> presence.visit(odile, id)).others());
        take(odile);
        var seen = as(ada, () -> presence.visit(ada, id));
        assertEquals(List.of("Odile Lovelace"), seen.others());
        assertEquals(account(odile), seen.handler());

        sql().change(
                        "update case_visit set seen_at = seen_at - interval '11 seconds' where account_id = ?",
                        account(odile));
        assertEquals(List.of(), as(ada, () -> presence.visit(ada, id)).others());

        var neighbour = agent("Noé", PortalTown.of(PROCESS), Role.MANAGE_FOLDERS);
        assertThrows(NotFound.class, () -> as(neighbour, () -> presence.visit(neighbour, id)));
        var zoe = agent("Zoé", village, Role.MANAGE_FOLDERS);
        as(zoe, () -> presence.visit(zoe, id));
        assertEquals(
                2L,
                sql().count("case_visit where case_id = ?", id),
                "who has left is forgotten when another one comes");
    }
}

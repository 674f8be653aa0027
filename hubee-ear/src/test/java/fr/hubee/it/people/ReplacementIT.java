package fr.hubee.it.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.desk.caselist.CaseFilter;
import fr.hubee.desk.caselist.CaseListService;
import fr.hubee.desk.caselist.CaseScope;
import fr.hubee.desk.casework.AssignmentService;
import fr.hubee.desk.casework.CaseReadingService;
import fr.hubee.desk.casework.CaseView.HistoryPart;
import fr.hubee.desk.casework.CaseWorkService;
import fr.hubee.exchange.notification.PortalReceptionService;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InParallel;
import fr.hubee.it.InServer;
import fr.hubee.it.Mailbox;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.People;
import fr.hubee.it.world.PortalTown;
import fr.hubee.it.world.Stored;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.FieldProblem;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.account.ReplacementService;
import fr.hubee.people.identity.NewReplacement;
import fr.hubee.people.identity.NewReplacement.ReplacementField;
import fr.hubee.people.identity.ReplacementBoard.ReplacementLine.State;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks that Paul replaces Odile, who is away: his rights, their end, and the entries of the journal. */
class ReplacementIT extends InServer {
    static final String PROCESS = "EtatCivil";

    @Inject
    ReplacementService replacements;

    @Inject
    AccountLookup accounts;

    @Inject
    CaseReadingService cases;

    @Inject
    CaseWorkService work;

    @Inject
    CaseListService list;

    @Inject
    AssignmentService assignments;

    @Inject
    PortalReceptionService reception;

    final PortalTown village = PortalTown.of(PROCESS);
    final LocalDate today = LocalDate.now(Paris.ZONE);
    KnownAccount odile;
    KnownAccount paul;
    KnownAccount ada;
    Deposit deposit;
    UUID id;

    @BeforeEach
    void people() throws Exception {
        odile = agent("Odile", PROCESS);
        paul = agent("Paul");
        ada = NewPerson.ada(village.town().organizationKey(), ActorType.LOCAL_ADMINISTRATOR)
                .in(database);
        deposit = Deposit.announce(dila, village.town()).upload().complete();
        id = deposit.theCase();
        asBatch.call(() -> reception.receive(id));
    }

    KnownAccount agent(String name, String... processCodes) throws Exception {
        return NewPerson.ada(village.town().organizationKey(), ActorType.AGENT)
                .named(name, "Martin")
                .reaching(processCodes)
                .in(database);
    }

    /** Returns the caller as her session would have it now. */
    Caller now(KnownAccount person) {
        return accounts.find(person.id()).orElseThrow().caller(People.HERE).proven(Instant.MAX);
    }

    <T> T as(KnownAccount person, Callable<T> act) throws Exception {
        return AsCaller.call(now(person), act);
    }

    void name(KnownAccount absent, KnownAccount deputy) throws Exception {
        name(absent, deputy, today, today.plusDays(4));
    }

    void name(KnownAccount absent, KnownAccount deputy, LocalDate first, LocalDate last) throws Exception {
        AsCaller.run(
                now(ada), () -> replacements.name(now(ada), absent.id(), new NewReplacement(deputy.id(), first, last)));
    }

    int change(String statement, Object... values) throws Exception {
        return sql().change(statement, values);
    }

    boolean sees(KnownAccount person) throws Exception {
        var caller = now(person);
        if (!caller.is(RoleNames.READ_FOLDERS)) {
            return false;
        }
        try {
            AsCaller.call(caller, () -> cases.read(caller, id, HistoryPart.NEWEST));
            return true;
        } catch (NotFound gone) {
            return false;
        }
    }

    @Test
    void theDeputySeesAndHandlesWhatTheAbsentPersonMayUntilTheLastDayIsOver() throws Exception {
        assertFalse(sees(paul));
        name(odile, paul);
        assertTrue(sees(paul));
        AsCaller.run(now(paul), () -> work.begin(now(paul), id));

        change(
                "update replacement set first_day = first_day - 5, last_day = last_day - 5 where deputy_id = ?",
                paul.id());
        assertFalse(sees(paul), "its last day was yesterday");
        change(
                "update replacement set first_day = first_day + 6, last_day = last_day + 6 where deputy_id = ?",
                paul.id());
        assertFalse(sees(paul), "it begins tomorrow");
        change("update replacement set first_day = ?, last_day = ? where deputy_id = ?", today, today, paul.id());
        assertTrue(sees(paul), "the last day counts");
        assertTrue(sees(odile));
    }

    @Test
    void aDeputyLosesAtOnceWhatTheAbsentPersonLoses() throws Exception {
        name(odile, paul);
        Stored.account(odile.id()).hasProcesses("");
        assertFalse(sees(paul));
        Stored.account(odile.id()).set("process_codes = '{EtatCivil}', active = false");
        assertFalse(sees(paul));
        Stored.account(odile.id()).set("active = true, roles = '{READ_USERS}'");
        assertFalse(sees(paul));
        Stored.account(odile.id()).hasRoles("READ_FOLDERS");
        assertTrue(sees(paul));
        var reader = now(paul);
        assertThrows(
                InvalidRequest.class,
                () -> AsCaller.run(
                        Set.of(RoleNames.PERSON, RoleNames.READ_FOLDERS, RoleNames.MANAGE_FOLDERS),
                        () -> work.begin(reader, id)),
                "she only reads it");
    }

    @Test
    void aReplacementIsEndedByHandOnce() throws Exception {
        name(odile, paul);
        var line =
                as(ada, () -> replacements.board(now(ada), odile.id())).lines().get(0);
        assertEquals(State.RUNNING, line.state());
        end(line.id());
        assertFalse(sees(paul));
        assertThrows(InvalidRequest.class, () -> end(line.id()));
        assertEquals(List.of(), as(paul, () -> replacements.mine(now(paul))));
        assertEquals(List.of("DEPUTY_NAMED", "DEPUTY_ENDED"), recorded(ada, odile.id()));
    }

    void end(UUID replacement) throws Exception {
        AsCaller.run(now(ada), () -> replacements.end(now(ada), replacement));
    }

    List<String> recorded(KnownAccount actor, Object subject) throws Exception {
        var actions = (String) sql().one(
                        "select string_agg(action, ' ' order by id) from audit_entry where actor = ? and subject = ?",
                        actor.email(),
                        subject.toString());
        return List.of(actions.split(" ", -1));
    }

    @Test
    void aDeputyLendsNothingOn() throws Exception {
        var rose = agent("Rose");
        name(odile, paul);
        Stored.account(paul.id()).hasProcesses("recensementCitoyen");
        name(paul, rose);

        assertTrue(sees(paul));
        assertFalse(sees(rose));
        assertEquals(Set.of("recensementCitoyen"), now(rose).processCodes());
    }

    @Test
    void nothingIsLentToAnotherOrganisation() throws Exception {
        name(odile, paul);
        var elsewhere = NewTown.fresh().registered();
        Stored.account(paul.id())
                .set("company_register = ?, branch_code = ?", elsewhere.companyRegister(), elsewhere.branchCode());

        assertFalse(now(paul).covers(PROCESS));
        assertEquals(
                State.WITHOUT_EFFECT,
                as(paul, () -> replacements.mine(now(paul))).get(0).state());
        var stranger =
                NewPerson.ada(elsewhere.organizationKey(), ActorType.AGENT).in(database);
        assertEquals(List.of(ReplacementField.DEPUTY), refused(stranger, today.plusDays(30), today.plusDays(30)));
    }

    List<ReplacementField> refused(KnownAccount deputy, LocalDate first, LocalDate last) throws Exception {
        return as(ada, () -> replacements.problems(now(ada), odile.id(), new NewReplacement(deputy.id(), first, last)))
                .stream()
                .map(FieldProblem::field)
                .toList();
    }

    @Test
    void whatIsTypedIsCheckedFieldByField() throws Exception {
        assertEquals(List.of(), refused(paul, today, today));
        assertEquals(
                List.of(ReplacementField.DEPUTY, ReplacementField.FIRST_DAY, ReplacementField.LAST_DAY),
                refused(odile, today.minusDays(1), today.minusDays(2)));
        name(odile, paul, today.plusDays(10), today.plusDays(20));
        assertEquals(List.of(ReplacementField.FIRST_DAY), refused(paul, today.plusDays(20), today.plusDays(30)));
        assertThrows(InvalidRequest.class, () -> name(ada, paul), "she sees no télédossier");
    }

    @Test
    void anAgentNamesNobodyAndNobodyNamesForAnotherTown() throws Exception {
        Stored.account(paul.id()).hasRoles("MANAGE_FOLDERS,MANAGE_USERS");
        assertThrows(
                InvalidRequest.class,
                () -> AsCaller.run(
                        now(paul),
                        () -> replacements.name(now(paul), odile.id(), new NewReplacement(paul.id(), today, today))),
                "not herself");
        var stranger = NewPerson.ada(PortalTown.of(PROCESS).town().organizationKey(), ActorType.LOCAL_ADMINISTRATOR)
                .in(database);
        assertThrows(
                NotAllowed.class,
                () -> AsCaller.run(
                        now(stranger),
                        () -> replacements.name(
                                now(stranger), odile.id(), new NewReplacement(paul.id(), today, today))));
    }

    @Test
    void ofTwoAdministratorsAtOnceOnlyOneNames() throws Exception {
        var deputies = List.of(paul, agent("Rose"), agent("Zoé"), agent("Noé"));
        var outcomes = InParallel.of(deputies.size(), each -> {
            try {
                name(odile, deputies.get(each), today.plusDays(each), today.plusDays(9));
                return "named";
            } catch (InvalidRequest refused) {
                return refused.getMessage();
            }
        });

        assertEquals(1, outcomes.stream().filter("named"::equals).count(), outcomes::toString);
        assertEquals(1L, sql().count("replacement where absent_id = ?", odile.id()));
    }

    Object forWhom(String action) throws Exception {
        return sql().one(
                        "select max(changes::json -> 'forWhom' ->> 1) from audit_entry"
                                + " where action = ? and actor = ? and subject = ?",
                        action,
                        paul.email(),
                        deposit.caseId());
    }

    @Test
    void theJournalSaysForWhomAndOnlyWhereItWasNeeded() throws Exception {
        Stored.account(paul.id()).set("process_codes = '{EtatCivil}', roles = '{READ_FOLDERS}'");
        name(odile, paul);
        as(paul, () -> cases.open(now(paul), id, HistoryPart.NEWEST));
        as(paul, () -> assignments.take(now(paul), id));
        AsCaller.run(now(paul), () -> work.begin(now(paul), id));

        assertNull(forWhom("CASE_READ"), "he may read it himself");
        assertEquals(odile.email(), forWhom("CASE_TAKEN"));
        assertEquals(odile.email(), forWhom("EVENT_RECORDED"));
        var answer = Partner.of("demo-admin").get(deposit.casePath()).text();
        assertFalse(answer.contains("Odile"), answer);
        assertEquals(
                "Paul Martin",
                sql().one("select max(author) from case_event where case_id = ? and author like '%Martin'", id));
    }

    @Test
    void whatTheAbsentPersonHasTakenIsAmongHisAndColleaguesSeeThatSheIsAway() throws Exception {
        as(odile, () -> assignments.take(now(odile), id));
        name(odile, paul);

        var mine = as(paul, () -> list.page(now(paul), CaseFilter.ALL.in(new CaseScope(true, null, null, null))));
        assertEquals(List.of(id), mine.lines().stream().map(line -> line.id()).toList());
        var handler =
                as(paul, () -> assignments.handlers(now(paul), List.of(id))).get(id);
        assertEquals("Odile Martin", handler.name());
        assertEquals("Paul Martin", handler.deputy());
    }

    @Test
    void whatIsSensitiveAsksTheDeputyForHerOwnSecondFactor() throws Exception {
        var sensitive = Set.of("CERTDC");
        assertFalse(accounts.find(paul.id()).orElseThrow().needsSecondFactor(sensitive));
        Stored.account(odile.id()).hasProcesses("CERTDC");
        name(odile, paul);
        assertTrue(accounts.find(paul.id()).orElseThrow().needsSecondFactor(sensitive));
        assertFalse(now(paul).without(sensitive).covers("CERTDC"));
    }

    @Test
    void theDeputyIsInformedByMail() throws Exception {
        name(odile, paul);

        var mail = Mailbox.of(paul.email()).await();
        assertEquals("HubEE - Vous remplacez une personne absente", mail.subject());
        mail.shows("Vous remplacez Odile Martin du ");
    }
}

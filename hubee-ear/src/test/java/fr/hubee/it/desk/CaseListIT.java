package fr.hubee.it.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.desk.caselist.CaseCounts;
import fr.hubee.desk.caselist.CaseCursor;
import fr.hubee.desk.caselist.CaseFilter;
import fr.hubee.desk.caselist.CaseLine;
import fr.hubee.desk.caselist.CaseListService;
import fr.hubee.desk.caselist.CaseListService.CaseNeighbours;
import fr.hubee.desk.caselist.CasePage;
import fr.hubee.desk.caselist.CaseScope;
import fr.hubee.desk.caselist.CaseScope.CaseMilestone;
import fr.hubee.desk.caselist.CaseScope.PassedMilestone;
import fr.hubee.desk.caselist.CaseSort;
import fr.hubee.desk.caselist.CaseTab;
import fr.hubee.desk.caselist.Days;
import fr.hubee.desk.caselist.FoundPlace.TextKind;
import fr.hubee.desk.caselist.ListedProcess;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.world.Callers;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.Stored;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditQuery;
import fr.hubee.journal.audit.AuditService;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.SearchForm;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** §6.3, §1.2: the content of a person's list, and its order. */
class CaseListIT extends InServer {
    static final Instant NOON = ListedCases.NOON;
    static final Duration HOUR = Duration.ofHours(1);

    @Inject
    CaseListService list;

    @Inject
    AuditService audit;

    final OrganizationKey town = NewTown.fresh().registered().organizationKey();

    ListedCases cases() {
        return new ListedCases(sql()::change, town);
    }

    Caller agent(String... processes) {
        return habilitated(Callers.agent(town), processes);
    }

    static Caller habilitated(Caller person, String... processes) {
        return new Caller(person.name(), person.organization(), person.roles(), Set.of(processes), person.address());
    }

    CasePage page(Caller caller, CaseFilter filter) throws Exception {
        return AsCaller.call(caller, () -> list.page(caller, filter));
    }

    List<UUID> ids(Caller caller, CaseFilter filter) throws Exception {
        return ids(page(caller, filter));
    }

    static List<UUID> ids(CasePage page) {
        return page.lines().stream().map(CaseLine::id).toList();
    }

    CaseCounts counts(Caller caller, CaseFilter filter) throws Exception {
        return AsCaller.call(caller, () -> list.counts(caller, filter));
    }

    static CaseFilter tab(CaseTab tab) {
        return new CaseFilter(tab, Set.of(), null, null, null, CaseSort.TRANSMITTED, true, 100, null);
    }

    static CaseFilter of(String... processes) {
        return new CaseFilter(CaseTab.ALL, Set.of(processes), null, null, null, CaseSort.TRANSMITTED, true, 100, null);
    }

    static CaseFilter days(String from, String to) {
        return new CaseFilter(
                CaseTab.ALL,
                Set.of(),
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                null,
                CaseSort.TRANSMITTED,
                true,
                100,
                null);
    }

    static CaseFilter searching(String text) {
        return new CaseFilter(CaseTab.ALL, Set.of(), null, null, text, CaseSort.TRANSMITTED, true, 100, null);
    }

    static CaseFilter sorted(CaseSort sort, boolean descending, int size) {
        return new CaseFilter(CaseTab.ALL, Set.of(), null, null, null, sort, descending, size, null);
    }

    @Test
    void whatADigestAnnouncedIsShownInItsOrderAndOnlyWhatShesMaySee() throws Exception {
        var first = cases().add("EtatCivil", CaseStatus.SENT, NOON);
        var second = cases().add("EtatCivil", CaseStatus.DONE, NOON.plusSeconds(60));
        cases().add("EtatCivil", CaseStatus.SENT, NOON);
        var elsewhere = new ListedCases(
                        sql()::change, NewTown.fresh().registered().organizationKey())
                .add("EtatCivil", CaseStatus.SENT, NOON);
        var line = UUID.randomUUID();
        for (var announced : List.of(first, second, elsewhere)) {
            sql().change("insert into digest_line_case values (?, ?)", line, announced);
        }
        var filter = tab(CaseTab.ALL).in(new CaseScope(false, line, null, null));

        assertEquals(List.of(second, first), ids(agent("EtatCivil"), filter));
        assertEquals(List.of(first), ids(agent("EtatCivil"), filter.in(CaseTab.NEW)));
        assertEquals(1, counts(agent("EtatCivil"), filter).of(CaseTab.DONE));
        assertEquals(List.of(), ids(agent("EtatCivil"), filter.searching("personne")));
        assertEquals(
                List.of(),
                ids(agent("EtatCivil"), tab(CaseTab.ALL).in(new CaseScope(false, UUID.randomUUID(), null, null))));
    }

    @Test
    void aMilestonesDaysListTheCasesThatPassedItInThem() throws Exception {
        var october = new Days(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-31"));
        var first = ended("2026-09-30T22:00:00Z");
        var last = ended("2026-10-31T22:59:59Z");
        ended("2026-09-30T21:59:59Z");
        ended("2026-10-31T23:00:00Z");
        cases().add("EtatCivil", CaseStatus.SENT, NOON);
        var scope = new CaseScope(false, null, null, new PassedMilestone(CaseMilestone.ENDED, october));
        var filter = tab(CaseTab.ALL).in(scope);

        assertEquals(Set.of(first, last), Set.copyOf(ids(agent("EtatCivil"), filter)));
        assertEquals(2, counts(agent("EtatCivil"), filter).of(CaseTab.DONE));
        assertEquals(List.of(), ids(agent("EtatCivil"), filter.in(CaseTab.NEW)));
        for (var other : List.of(CaseMilestone.PICKED_UP_BY_PERSON, CaseMilestone.PICKED_UP_BY_SOFTWARE)) {
            var elsewhere = new CaseScope(false, null, null, new PassedMilestone(other, october));
            assertEquals(List.of(), ids(agent("EtatCivil"), filter.in(elsewhere)));
        }
    }

    private UUID ended(String moment) throws Exception {
        var id = cases().add("EtatCivil", CaseStatus.DONE, NOON);
        Stored.aCase(id).set("ended_at = cast(? as timestamptz)", moment);
        return id;
    }

    @Test
    void aServiceIsChosenByAnOperatorAndFixedForAnAgent() throws Exception {
        var number = "N-" + UUID.randomUUID();
        var neighbour = NewTown.fresh().registered().organizationKey();
        var here = cases().named(number, "Exemple", "Zoé");
        var there = new ListedCases(sql()::change, neighbour)
                .add("EtatCivil", CaseStatus.SENT, NOON, number, "Exemple", "Zoé");
        var basile = habilitated(Callers.business(Organizations.DILA), "EtatCivil");
        var ofTown = tab(CaseTab.NEW).in(new CaseScope(false, null, town, null));

        assertEquals(Set.of(here, there), Set.copyOf(ids(basile, searching(number))));
        assertEquals(List.of(here), ids(basile, ofTown));
        assertEquals(List.of(here), ids(basile, ofTown.searching(number)));
        assertEquals(List.of(there), ids(Callers.national(), ofTown.in(new CaseScope(false, null, neighbour, null))));
        assertEquals(1, counts(basile, ofTown).of(CaseTab.ALL));
        assertEquals(List.of(), ids(habilitated(Callers.business(Organizations.DILA), "CERTDC"), ofTown));
        assertEquals(
                List.of(here),
                ids(agent("EtatCivil"), ofTown.in(new CaseScope(false, null, neighbour, null))),
                "hers, whatever she asks for");
        assertEquals(
                "Commune de Pontcarré",
                AsCaller.call(basile, () -> list.serviceName(basile, town)).orElseThrow());
    }

    @Test
    void anAgentSeesHerOrganisationsCasesOfHerDemarches() throws Exception {
        var hers = cases().add("EtatCivil", CaseStatus.SENT, NOON);
        cases().add("CERTDC", CaseStatus.SENT, NOON);
        new ListedCases(sql()::change, NewTown.fresh().registered().organizationKey())
                .add("EtatCivil", CaseStatus.SENT, NOON);

        assertEquals(List.of(hers), ids(agent("EtatCivil"), CaseFilter.ALL));
        assertEquals(
                2, page(agent("EtatCivil", "CERTDC"), CaseFilter.ALL).lines().size());
        assertEquals(List.of(), ids(agent(), CaseFilter.ALL));
        assertEquals(List.of(), ids(agent("EtatCivil"), of("CERTDC")), "asked for what she is not habilitated for");
        assertEquals(0, counts(agent("EtatCivil"), of("CERTDC")).of(CaseTab.ALL));
        assertEquals(
                List.of("EtatCivil"),
                AsCaller.call(agent("EtatCivil"), () -> list.processes(agent("EtatCivil"))).stream()
                        .map(ListedProcess::code)
                        .toList());
    }

    @Test
    void anOperatorsAdministratorSeesItsDemarchesWhoeverReceivesThem() throws Exception {
        var number = "N-" + UUID.randomUUID();
        var hers = cases().named(number, "Exemple", "Zoé");
        cases().add("CERTDC", CaseStatus.SENT, NOON, number, "Exemple", "Zoé");
        var basile = habilitated(Callers.business(Organizations.DILA), "EtatCivil");

        var found = page(basile, searching(number)).lines();
        assertEquals(List.of(hers), found.stream().map(CaseLine::id).toList());
        assertEquals("Commune de Pontcarré", found.get(0).recipientName());
        assertEquals(2, page(Callers.national(), searching(number)).lines().size());
    }

    @Test
    void aListIsRefusedWithoutARoleForTeledossiers() {
        var ada = Callers.manager(town);

        assertThrows(EJBAccessException.class, () -> page(ada, CaseFilter.ALL));
        assertThrows(EJBAccessException.class, () -> counts(ada, CaseFilter.ALL));
    }

    @Test
    void whatIsNotFetchedYetIsNotShown() throws Exception {
        cases().add("EtatCivil", CaseStatus.HUBEE_NOTIFIED, NOON);
        cases().add("EtatCivil", CaseStatus.HUBEE_COMPLETED, NOON);
        var failed = cases().add("EtatCivil", CaseStatus.SI_INTG_ERROR, NOON);

        assertEquals(List.of(failed), ids(agent("EtatCivil"), CaseFilter.ALL));
    }

    @Test
    void aTabListsAndCountsTheCasesOfItsStatus() throws Exception {
        var fresh = cases().add("EtatCivil", CaseStatus.SENT, NOON);
        cases().add("EtatCivil", CaseStatus.CLOSED, NOON);
        cases().add("CERTDC", CaseStatus.CLOSED, NOON);
        var agent = agent("EtatCivil", "CERTDC");

        assertEquals(List.of(fresh), ids(agent, tab(CaseTab.NEW)));
        assertEquals(2, page(agent, tab(CaseTab.CLOSED)).lines().size());
        var counts = counts(agent, tab(CaseTab.NEW));
        assertEquals(
                List.of(3L, 1L, 0L, 0L, 0L, 0L, 0L, 2L, 0L, 0L),
                Stream.of(CaseTab.values()).map(counts::of).toList());
        assertEquals(1, counts(agent, of("CERTDC")).of(CaseTab.ALL), "counted within the other filters");
    }

    @Test
    void aPeriodTakesItsDaysInWholeInParis() throws Exception {
        var before = cases().add("EtatCivil", CaseStatus.DONE, Instant.parse("2026-03-09T22:59:59Z"));
        var first = cases().add("EtatCivil", CaseStatus.DONE, Instant.parse("2026-03-09T23:00:00Z"));
        var last = cases().add("EtatCivil", CaseStatus.DONE, Instant.parse("2026-03-11T22:59:59Z"));
        var after = cases().add("EtatCivil", CaseStatus.DONE, Instant.parse("2026-03-11T23:00:00Z"));
        var agent = agent("EtatCivil");

        assertEquals(List.of(last, first), ids(agent, days("2026-03-10", "2026-03-11")));
        assertEquals(List.of(after, last, first), ids(agent, days("2026-03-10", null)));
        assertEquals(List.of(last, first, before), ids(agent, days(null, "2026-03-11")));
        assertEquals(2, counts(agent, days("2026-03-10", "2026-03-11")).of(CaseTab.DONE));
    }

    @Test
    void whatLastChangedOnSomeDaysIsFoundWhateverTheOrder() throws Exception {
        var changed = cases().add("EtatCivil", CaseStatus.SENT, NOON);
        var changedAgain = cases().add("EtatCivil", CaseStatus.DONE, NOON);
        cases().add("EtatCivil", CaseStatus.SENT, NOON);
        cases().change(changed, Instant.parse("2026-03-14T23:00:00Z"), "Camille Exemple");
        cases().change(changedAgain, Instant.parse("2026-03-16T22:59:59Z"), "Camille Exemple");
        var agent = agent("EtatCivil");
        var since = new Days(LocalDate.parse("2026-03-15"), null);

        assertEquals(
                List.of(changedAgain, changed),
                ids(agent, sorted(CaseSort.UPDATED, true, 100).changed(since)));
        assertEquals(Set.of(changed, changedAgain), Set.copyOf(ids(agent, CaseFilter.ALL.changed(since))));
        assertEquals(2, counts(agent, CaseFilter.ALL.changed(since)).of(CaseTab.ALL));
        var first = new Days(since.from(), since.from());
        var second = new Days(LocalDate.parse("2026-03-16"), LocalDate.parse("2026-03-16"));
        assertEquals(List.of(changed), ids(agent, CaseFilter.ALL.changed(first)));
        assertEquals(List.of(changedAgain), ids(agent, CaseFilter.ALL.changed(second)));
    }

    @Test
    void aCaseIsFoundByAPartOfItsNumberOrOfTheName() throws Exception {
        var zoe = cases().named("DILA-4711-A_1", "d’Été-Martin", "Zoé");
        var ada = cases().named("DILA-4712-AB1", "Martin", "Ada");
        var agent = agent("EtatCivil");

        assertEquals(List.of(zoe), ids(agent, searching("4711")));
        assertEquals(List.of(zoe), ids(agent, searching("zoé été")));
        assertEquals(
                List.of(zoe), ids(agent, searching("martin-ete zoe")), "neither accents nor hyphens nor their order");
        assertEquals(Set.of(zoe, ada), new HashSet<>(ids(agent, searching("MARTIN"))));
        assertEquals(List.of(zoe), ids(agent, searching("a_1")), "a wildcard is a character");
        assertEquals(List.of(), ids(agent, searching("' or 1=1 --")));
        assertEquals(2, counts(agent, searching("martin")).of(CaseTab.NEW));
    }

    @Test
    void aShortNameFindsTheCasesOfItsDemarche() throws Exception {
        var hers = cases().named("DILA-4711", "Martin", "Zoé");
        var other = cases().add("recensementCitoyen", CaseStatus.SENT, NOON, "DILA-4713", "Martin", "Zoé");
        var agent = agent("EtatCivil", "recensementCitoyen");

        assertEquals(List.of(hers), ids(agent, searching("aec")));
        assertEquals(List.of(other), ids(agent, searching("martin RCO")));
        assertEquals(1, counts(agent, searching("AEC zoé")).of(CaseTab.NEW));
        assertEquals(List.of(), ids(agent("EtatCivil"), searching("RCO")));
        assertEquals(
                "Demande d'acte d'état civil (AEC)",
                page(agent, searching("AEC")).lines().get(0).processName());
    }

    @Test
    void theDatabaseWritesATextForASearchAsJavaDoes() throws Exception {
        var letters = IntStream.concat(IntStream.rangeClosed(0x20, 0x24F), IntStream.rangeClosed(0x1E00, 0x2044))
                .filter(Character::isDefined)
                .mapToObj(Character::toString);
        var texts = Stream.concat(
                        letters, Stream.of("Zoe\u0301 d’Été-Łódź", "Cœur 12", "VOL-000001250-01", "Ωμέγα", ""))
                .toList();

        for (var text : texts) {
            assertEquals(
                    SearchForm.of(text),
                    sql().one("select search_form(?)", text),
                    () -> "« " + text + " » "
                            + text.codePoints().mapToObj(Integer::toHexString).toList());
        }
    }

    @Test
    void whoSeesManyFindsByAnyFragmentAndInAnyOrderWhatIsRare() throws Exception {
        var number = "R" + UUID.randomUUID().toString().substring(0, 8);
        var hers = cases().named(number, "d’Été-Martin-" + number, "Zoé");
        cases().add("CERTDC", CaseStatus.SENT, NOON, number + "-B", "Autre", "Ada");
        var national = Callers.national();

        assertEquals(List.of(hers), ids(national, searching("zoe ete " + number.substring(2))));
        assertEquals(List.of(hers), ids(national, searching(number.toLowerCase(Locale.ROOT) + " d m")));
        assertEquals(2, ids(national, searching(number)).size());
        assertEquals(2, counts(national, searching(number)).of(CaseTab.NEW));
        assertEquals(0, counts(national, searching(number)).of(CaseTab.CLOSED));
        assertEquals(List.of(), ids(national, searching(number + " personne-de-ce-nom")));
        assertEquals(
                new CaseNeighbours(null, null),
                AsCaller.call(
                        national,
                        () -> list.neighbours(
                                national, searching(number + " zoe"), new CaseCursor(false, false, NOON, hers))));
    }

    @Test
    void aMessageACommentOrTheNameOfAFileFindsItsCaseForWhoMaySeeIt() throws Exception {
        var word = "q" + UUID.randomUUID().toString().substring(0, 8);
        var told = cases().add("EtatCivil", CaseStatus.SENT, NOON);
        write(told, "SENDING_MESSAGE", "Il manque le « livret-" + word + " » de l’été", null, "SENT");
        var noted = cases().add("EtatCivil", CaseStatus.SENT, NOON.plusSeconds(1));
        write(noted, "COM_ADD", null, "Vu cet été, livret " + word, "SENT");
        write(noted, "ATTACH_DL", null, "téléchargé-" + word + ".pdf", "SENT");
        write(noted, "ATTACH_DEPOSIT", "Brouillon-" + word, null, "IN_PROGRESS");
        var filed = cases().add("EtatCivil", CaseStatus.SENT, NOON.plusSeconds(2));
        file(filed, "livret_ete-" + word + ".pdf");
        var others = new ListedCases(sql()::change, NewTown.fresh().registered().organizationKey());
        var theirs = others.add("EtatCivil", CaseStatus.SENT, NOON);
        write(theirs, "COM_ADD", null, "Vu cet été, livret " + word, "SENT");
        file(theirs, "livret_ete-" + word + ".pdf");
        var agent = agent("EtatCivil");

        assertEquals(List.of(filed, noted, told), ids(agent, searching("livret ÉTÉ " + word)));
        assertEquals(List.of(told), ids(agent, searching("manque " + word)), "all words in one text");
        assertEquals(List.of(), ids(agent, searching("brouillon " + word)));
        assertEquals(List.of(), ids(agent, searching("telecharge " + word)));
        assertEquals(3, counts(agent, searching(word)).of(CaseTab.NEW));
        var places = AsCaller.call(agent, () -> list.pageWithPlaces(agent, searching(word)))
                .places();
        assertEquals(TextKind.FILE, places.get(filed).kind());
        assertEquals(TextKind.COMMENT, places.get(noted).kind());

        addMany("CERTDC");
        var busy = agent("EtatCivil", "CERTDC");
        assertEquals(List.of(filed, noted, told), ids(busy, searching("livret ÉTÉ " + word)), "by index");
        assertEquals(List.of(), ids(busy, searching("brouillon " + word)));
        assertEquals(List.of(), ids(busy, searching("telecharge " + word)));
        assertEquals(List.of(), ids(agent("CERTDC"), searching(word)));
        sql().change(
                        "delete from cases where company_register = ? and process_code = 'CERTDC'",
                        town.companyRegister());

        assertEquals(List.of(told), ids(Callers.national(), searching(word)), "the service's own words are its own");
        var elsewhere = habilitated(Callers.agent(NewTown.fresh().registered().organizationKey()), "EtatCivil");
        assertEquals(List.of(), ids(elsewhere, searching(word)));
        assertEquals(List.of(), ids(agent("CERTDC"), searching(word)));
        sql().change("delete from cases where id = ?", told);
        assertEquals(List.of(), ids(Callers.national(), searching(word)));
    }

    /** Adds so many cases that rare words are looked up by trigrams. */
    void addMany(String process) throws Exception {
        sql().change("""
                insert into cases (id, folder_id, position, external_id, process_code, organization_type, company_register, branch_code, status,
                    access_mode, created_at, updated_at, transmitted_at, version, search_text)
                select gen_random_uuid(), c.folder_id, n, 'N-' || n, c.process_code, c.organization_type, c.company_register, c.branch_code, c.status,
                    c.access_mode, c.created_at, c.updated_at, c.transmitted_at, 0, 'N' from cases c, generate_series(1, 2000) n where c.id = ?""", cases().add(process, CaseStatus.CLOSED, NOON));
    }

    void file(UUID id, String name) throws Exception {
        sql().change("""
                with file as (insert into attachment (id, folder_id, position, file_name, type, size, mime_type, status, received_at)
                    select gen_random_uuid(), c.folder_id, 9, ?, 'T', 1, 'text/plain', 'PENDING', now() from cases c where c.id = ? returning id)
                insert into case_attachment (case_id, attachment_id) select ?, id from file""", name, id, id);
    }

    void write(UUID id, String action, String message, String comment, String status) throws Exception {
        sql().change("""
                insert into case_event (id, case_id, transmitter_type, transmitter_company_register, transmitter_branch_code, action_type,
                    message, comment, notification, status, created_at)
                values (gen_random_uuid(), ?, 'SI', '99000101800011', '99101', ?, ?, ?, true, ?, now())""", id, action, message, comment, status);
    }

    @Test
    void aNumberThatIsNotItsFoldersIsFoundAsWell() throws Exception {
        var own = "X" + UUID.randomUUID();
        var id = cases().named("N-" + UUID.randomUUID(), "Exemple", "Zoé");
        Stored.aCase(id).set("external_id = ?, search_text = upper(? || ' N-1 Exemple Zoé')", own, own);

        assertEquals(List.of(id), ids(Callers.national(), searching(own.substring(2, 13))));
    }

    @Test
    void theNameWithWhichItCameIsSearchedAtOnce() throws Exception {
        var commune = NewTown.fresh();
        var subscription = UUID.fromString(commune.registered().subscribed("EtatCivil"));
        Stored.subscription(subscription).hasStatus("ACTIVE");
        var deposit = Deposit.complete(Partner.of("demo-dila"), "EtatCivil", "ActeEtatCivil-XML", commune);
        Stored.caseOf(deposit).hasStatus("SENT");
        var agent = habilitated(Callers.agent(commune.organizationKey()), "EtatCivil");

        var line = page(agent, searching("camille exemple")).lines().get(0);
        assertEquals("Exemple", line.lastName());
        assertEquals("Demandeur", line.person().label());
        assertFalse(line.isHandledInSoftware());
    }

    @Test
    void everySortIsExact() throws Exception {
        var old = cases().add("EtatCivil", CaseStatus.DONE, NOON);
        var recent = cases().add("CERTDC", CaseStatus.SENT, NOON.plus(HOUR));
        cases().change(old, NOON.plus(HOUR).plus(HOUR), "Agathe Agent");
        var agent = agent("EtatCivil", "CERTDC");

        assertEquals(List.of(recent, old), ids(agent, sorted(CaseSort.TRANSMITTED, true, 10)));
        assertEquals(List.of(old, recent), ids(agent, sorted(CaseSort.TRANSMITTED, false, 10)));
        assertEquals(List.of(old, recent), ids(agent, sorted(CaseSort.UPDATED, true, 10)));
        assertEquals(List.of(recent, old), ids(agent, sorted(CaseSort.UPDATED, false, 10)));
    }

    CaseNeighbours neighbours(Caller caller, CaseFilter filter, Instant at, UUID id) throws Exception {
        return AsCaller.call(caller, () -> list.neighbours(caller, filter, new CaseCursor(false, false, at, id)));
    }

    @Test
    void theNeighboursOfACaseAreThoseOfTheListInItsOrderAndWithinItsFilters() throws Exception {
        var first = cases().add("EtatCivil", CaseStatus.SENT, NOON);
        var middle = cases().add("CERTDC", CaseStatus.SENT, NOON.plus(HOUR));
        var finished = cases().add("EtatCivil", CaseStatus.DONE, NOON.plus(HOUR).plusSeconds(1));
        var last = cases().add("EtatCivil", CaseStatus.SENT, NOON.plus(HOUR).plus(HOUR));
        var agent = agent("EtatCivil", "CERTDC");

        assertEquals(new CaseNeighbours(last, first), neighbours(agent, tab(CaseTab.NEW), NOON.plus(HOUR), middle));
        assertEquals(
                new CaseNeighbours(first, finished),
                neighbours(agent, sorted(CaseSort.TRANSMITTED, false, 10), NOON.plus(HOUR), middle));
        assertEquals(
                new CaseNeighbours(null, middle),
                neighbours(agent, tab(CaseTab.NEW), NOON.plus(HOUR).plus(HOUR), last));
        assertEquals(new CaseNeighbours(middle, null), neighbours(agent, tab(CaseTab.NEW), NOON, first));
        assertEquals(
                new CaseNeighbours(last, first),
                neighbours(agent("EtatCivil"), tab(CaseTab.NEW), NOON.plus(HOUR), middle),
                "its place is enough: it need not be in the list");
        assertEquals(
                new CaseNeighbours(null, null), neighbours(agent("RSA"), tab(CaseTab.NEW), NOON.plus(HOUR), middle));
    }

    @Test
    void whoActedLastIsShown() throws Exception {
        var id = cases().add("EtatCivil", CaseStatus.SENT, NOON);
        assertNull(page(agent("EtatCivil"), CaseFilter.ALL).lines().get(0).updatedBy());

        cases().change(id, NOON.plus(HOUR), "Agathe Agent");
        assertEquals(
                "Agathe Agent",
                page(agent("EtatCivil"), CaseFilter.ALL).lines().get(0).updatedBy());
        var basile = habilitated(Callers.business(Organizations.DILA), "EtatCivil");
        var seen = page(basile, sorted(CaseSort.UPDATED, true, 1000)).lines().stream()
                .filter(line -> line.id().equals(id))
                .findFirst();
        assertTrue(seen.isEmpty() || seen.get().updatedBy() == null, "a comment stays within the service");
    }

    @Test
    void pagesFollowEachOtherBothWaysAlsoAmongEqualDates() throws Exception {
        var all = new ArrayList<UUID>();
        for (var process : List.of("EtatCivil", "CERTDC", "EtatCivil", "CERTDC", "EtatCivil", "CERTDC", "EtatCivil")) {
            all.add(cases().add(process, all.size() % 2 == 0 ? CaseStatus.SENT : CaseStatus.DONE, NOON));
        }
        Collections.sort(all, Collections.reverseOrder()); // as the database compares them
        var agent = agent("EtatCivil", "CERTDC");
        for (var sort : CaseSort.values()) {
            walk(agent, sorted(sort, true, 3), all);
            var ascending = new ArrayList<>(all);
            Collections.reverse(ascending);
            walk(agent, sorted(sort, false, 3), ascending);
        }
    }

    @Test
    void whatVeryManyHaveIsReadInTheOrderOfTheListAndNothingIsLeftOut() throws Exception {
        var name = "F" + UUID.randomUUID().toString().substring(0, 8);
        var all = new ArrayList<UUID>();
        for (int hours : List.of(0, 0, 2, 90, 800, 5000, 80_000)) {
            var status = hours > 100 ? CaseStatus.CLOSED : CaseStatus.SENT;
            all.add(cases().add("EtatCivil", status, NOON.minus(HOUR.multipliedBy(hours)), "N-1", name, "Zoé"));
        }
        Collections.swap(all, 0, 1); // of the same moment, the newer one comes first
        var national = Callers.national();
        walk(national, sorted(CaseSort.TRANSMITTED, true, 3).searching("zoe " + name), all);
        walk(national, sorted(CaseSort.UPDATED, true, 3).searching(name), all);
        Collections.reverse(all);
        walk(national, sorted(CaseSort.TRANSMITTED, false, 3).searching(name), all);

        // of one démarche, so that other tests have not brought more than are read
        var counts = counts(national, of("EtatCivil").searching("ZOÉ " + name));
        assertEquals(4, counts.of(CaseTab.NEW));
        assertEquals(3, counts.of(CaseTab.CLOSED));
        assertFalse(counts.isAtLeast(CaseTab.CLOSED), "all were read");
        assertEquals(4, page(national, tab(CaseTab.NEW).searching(name)).lines().size());
    }

    private void walk(Caller agent, CaseFilter filter, List<UUID> wanted) throws Exception {
        var first = page(agent, filter);
        assertEquals(wanted.subList(0, 3), ids(first));
        assertNull(first.previous());
        var second = page(agent, filter.at(first.next()));
        assertEquals(wanted.subList(3, 6), ids(second));
        var third = page(agent, filter.at(second.next()));
        assertEquals(wanted.subList(6, 7), ids(third));
        assertNull(third.next());
        assertEquals(ids(second), ids(page(agent, filter.at(third.previous()))));
        var back = page(agent, filter.at(second.previous()));
        assertEquals(ids(first), ids(back));
        assertNull(back.previous());
    }

    @Test
    void anExportIsRecordedWithoutTheNameThatWasSearched() throws Exception {
        var agent = agent("EtatCivil");
        AsCaller.run(agent, () -> list.beginExport(agent, searching("Personne-" + town.companyRegister()), "csv"));

        var query = new AuditQuery(AuditAction.CASES_EXPORTED, null, town.toString(), null, null, null, 0, 10);
        var entries =
                AsCaller.call(Set.of(RoleNames.ADMIN), () -> audit.page(query)).items();
        assertEquals(1, entries.size());
        assertFalse(entries.toString().contains("Personne-"), entries::toString);
    }

    @Test
    void whatWasCompletedComesFirstOfWhatIsNewFromPageToPage() throws Exception {
        var added = new ArrayList<UUID>();
        for (int number = 0; number < 5; number++) {
            var at = NOON.plus(HOUR.multipliedBy(number));
            added.add(cases().add("EtatCivil", CaseStatus.SENT, at, "N-" + number, "Lovelace", "Ada"));
        }
        for (int completed : List.of(0, 2, 3)) {
            Stored.aCase(added.get(completed)).set("completed_at = now()");
        }
        var wanted = Stream.of(3, 2, 0, 4, 1).map(added::get).toList();
        var agent = agent("EtatCivil");

        assertEquals(wanted, ids(agent, tab(CaseTab.NEW)));
        assertTrue(page(agent, tab(CaseTab.NEW)).lines().get(0).completedAt() != null);
        assertEquals(List.of(4, 3, 2, 1, 0).stream().map(added::get).toList(), ids(agent, tab(CaseTab.ALL)));
        for (int size : List.of(1, 2, 3, 4)) {
            assertEquals(wanted, forwards(agent, tab(CaseTab.NEW).by(size)), "by " + size);
            assertEquals(wanted, backwards(agent, tab(CaseTab.NEW).by(size)), "back by " + size);
        }
    }

    List<UUID> forwards(Caller caller, CaseFilter filter) throws Exception {
        var page = page(caller, filter);
        var found = new ArrayList<>(ids(page));
        while (page.next() != null) {
            page = page(caller, filter.at(page.next()));
            found.addAll(ids(page));
        }
        return found;
    }

    /** Returns the list, read from the last page to the first. */
    List<UUID> backwards(Caller caller, CaseFilter filter) throws Exception {
        var page = page(caller, filter);
        while (page.next() != null) {
            page = page(caller, filter.at(page.next()));
        }
        var found = new ArrayList<>(ids(page));
        while (page.previous() != null) {
            page = page(caller, filter.at(page.previous()));
            found.addAll(0, ids(page));
        }
        return found;
    }
}

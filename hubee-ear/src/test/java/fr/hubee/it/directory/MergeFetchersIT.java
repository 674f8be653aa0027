package fr.hubee.it.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.hubee.exchange.notification.CaseHandover.NewFetchers;
import fr.hubee.exchange.notification.CaseHandover.NotifiedSoftware;
import fr.hubee.exchange.notification.PortalReceptionService;
import fr.hubee.it.AsCaller;
import fr.hubee.it.Wait;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Stored;
import fr.hubee.lifetime.merge.MergePreview;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Checks the merge of two communes, one in the portal and one with software: no télédossier is left where nobody looks. */
class MergeFetchersIT extends TwoTowns {
    @Inject
    PortalReceptionService reception;

    String status(Deposit deposit) {
        return dila.get(deposit.casePath()).field("status");
    }

    Deposit fetchedByThePortal() throws Exception {
        var deposit = deposit(village);
        receive(deposit);
        return deposit;
    }

    void receive(Deposit deposit) throws Exception {
        asBatch.call(() -> reception.receive(deposit.theCase()));
        Wait.until(() -> status(deposit).equals("SENT")); // the server's own round may be at it
    }

    String mode(Deposit deposit) throws SQLException {
        return (String) sql().one("select access_mode from cases where id = ?", deposit.theCase());
    }

    MergePreview preview() throws Exception {
        return AsCaller.call(NINA, () -> merges.preview(NINA, from, to));
    }

    UUID merge() throws Exception {
        var fingerprint = preview().fingerprint();
        AsCaller.call(NINA, () -> merges.merge(NINA, from, to, fingerprint));
        return (UUID) sql().one(
                        "select id from organization_merge where predecessor_company_register = ? and undone_at is null",
                        village.companyRegister());
    }

    void undo(UUID merge, int takenBack) throws Exception {
        var seen = AsCaller.call(NINA, () -> undoing.preview(NINA, merge));
        assertEquals(takenBack, seen.takenBack());
        AsCaller.call(NINA, () -> undoing.undo(NINA, merge, seen.fingerprint()));
    }

    @Test
    void theSoftwareOfTheSuccessorIsInformedOfWhatNobodyHasOpened() throws Exception {
        village.inService("EtatCivil", "PORTAIL");
        var software = software(town, "EtatCivil");
        var its = signedIn(software);
        var unopened = fetchedByThePortal();
        var begun = fetchedByThePortal();
        var id = begun.theCase();
        Stored.aCase(id).hasStatus("IN_PROGRESS"); // by somebody in the portal
        assertNull(its.notificationOf(unopened.caseId()), "its queue is known to be empty");
        var notified = new NotifiedSoftware("EtatCivil", 1, software.clientId());
        assertEquals(new NewFetchers(List.of(notified), 0), preview().fetchers());
        sql().change("update api_client set subscription_id = null where client_id = ?", software.clientId());
        assertEquals(new NewFetchers(List.of(notified), 0), preview().fetchers(), "those of the whole town count too");

        var merge = merge();

        var told = its.notificationOf(unopened.caseId());
        assertEquals("EtatCivil", told.path("processCode").asText());
        assertEquals(
                town.companyRegister(), told.at("/recipient/companyRegister").asText());
        assertNull(its.notificationOf(begun.caseId()), "people go on with it");
        firstAllowed(its, unopened.casePath());
        assertEquals("API", mode(unopened));
        assertEquals("PORTAIL", mode(begun));

        undo(merge, 1);

        assertEquals(
                0L,
                sql().count(
                                "notification where id = ?",
                                UUID.fromString(told.path("id").asText())),
                "what it has not read is taken back");
        assertEquals("PORTAIL", mode(unopened));
        assertEquals("SENT", status(unopened));
    }

    @Test
    void whatTheSoftwareOfTheSuccessorHasFetchedIsInThePortalAgainWhenTheMergeIsUndone() throws Exception {
        village.inService("EtatCivil", "PORTAIL");
        var its = signedIn(software(town, "EtatCivil"));
        var deposit = deposit(village);
        var merge = merge();
        var told = its.notificationOf(deposit.caseId());
        firstAllowed(its, deposit.casePath());
        deposit.move(its, "SENT");
        its.acknowledge(told);

        undo(merge, 0);

        assertEquals("PORTAIL", mode(deposit));
    }

    @Test
    void otherSoftwareIsNotifiedOfWhatTheFormerOneHadBegun() throws Exception {
        var former = signedIn(software(village, "EtatCivil"));
        var its = signedIn(software(town, "EtatCivil"));
        var begun = deposit(village);
        var done = deposit(village);
        for (var each : List.of(begun, done)) {
            firstAllowed(former, each.casePath());
            each.move(former, "IN_PROGRESS");
            former.acknowledge(former.notificationOf(each.caseId()));
        }
        done.move(former, "DONE");
        assertEquals(1, preview().fetchers().software());
        assertEquals(0, preview().fetchers().portal());

        var merge = merge();

        assertNotNull(its.notificationOf(begun.caseId()));
        assertNull(its.notificationOf(done.caseId()));
        undo(merge, 1);
        assertNull(its.notificationOf(begun.caseId()));
    }

    @Test
    void thePortalFetchesWhatTheSoftwareOfThePredecessorHadNotFetched() throws Exception {
        software(village, "EtatCivil");
        town.inService("EtatCivil", "PORTAIL");
        var deposit = deposit(village);
        assertEquals(new NewFetchers(List.of(), 1), preview().fetchers());

        var merge = merge();

        receive(deposit);
        assertEquals("PORTAIL", mode(deposit));
        undo(merge, 0);
        assertEquals("API", mode(deposit));
        assertEquals(
                1L,
                sql().count(
                                "notification where case_id = ? and company_register = ?",
                                deposit.theCase(),
                                village.companyRegister()),
                "its software knows nothing of it");
    }

    @Test
    void softwareThatFollowsItsSubscriptionIsNotifiedOfNothingTwice() throws Exception {
        var its = signedIn(software(village, "EtatCivil"));
        var deposit = deposit(village);
        firstAllowed(its, deposit.casePath());
        deposit.move(its, "SENT");
        its.acknowledge(its.notificationOf(deposit.caseId()));
        assertEquals(new NewFetchers(List.of(), 0), preview().fetchers());

        merge();

        firstAllowed(its, deposit.casePath());
        assertNull(its.notificationOf(deposit.caseId()));
    }
}

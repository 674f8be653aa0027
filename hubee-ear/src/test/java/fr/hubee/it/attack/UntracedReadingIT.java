package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.InServer;
import fr.hubee.it.Sql;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.People;
import fr.hubee.it.world.PortalTown;
import fr.hubee.it.world.Trouble;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.TokenText;
import fr.hubee.kernel.shared.Sha256;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.Role;
import jakarta.annotation.Resource;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Checks that each reading leaves a trace, of what she may not see and of what is hers. */
class UntracedReadingIT extends InServer {
    final Partner town = Partner.of("demo-valbourg-etatcivil");
    final Partner otherTown = Partner.of("demo-clairmont-etatcivil");

    @Resource(lookup = "java:jboss/datasources/HubeeDS")
    DataSource application;

    /** Returns the entries as {@code action actor} and changes, in the order of their creation. */
    List<String> journal(String subject, String... actions) {
        return Database.texts(
                "select action || ' ' || actor || changes from audit_entry where subject = ?"
                        + " and action = any (string_to_array(?, ' ')) order by id",
                subject,
                String.join(" ", actions));
    }

    static void assertOne(String beginning, List<String> lines) {
        assertEquals(1, lines.size(), lines::toString);
        assertTrue(lines.get(0).startsWith(beginning), lines::toString);
        assertFalse(lines.get(0).contains("Camille") || lines.get(0).contains("Exemple"), lines::toString);
    }

    static String file(Deposit deposit) {
        return deposit.casePath() + "/attachments/" + deposit.attachmentId();
    }

    static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Test
    void whatSoftwareOpensIsRecordedOnce() throws SQLException {
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        for (int time = 0; time < 2; time++) {
            town.get(deposit.casePath()).expect(200);
            dila.get(deposit.path()).expect(200);
        }

        assertOne("CASE_READ demo-valbourg-etatcivil", journal(deposit.caseId(), "CASE_READ"));
        assertOne("CASE_READ demo-dila", journal(id(deposit.path()), "CASE_READ"));
    }

    @Test
    void whatIsRefusedToSoftwareIsRecordedOnceAMinute() throws SQLException {
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        for (int time = 0; time < 2; time++) {
            otherTown.get(deposit.casePath()).expect(403);
            otherTown.get(file(deposit)).expect(403);
            Partner.of("demo-cnaf").get(deposit.path()).expect(403);
        }

        assertOne("ACCESS_REFUSED demo-clairmont-etatcivil", journal(deposit.caseId(), "ACCESS_REFUSED", "CASE_READ"));
        assertOne("ACCESS_REFUSED demo-cnaf", journal(id(deposit.path()), "ACCESS_REFUSED", "CASE_READ"));
    }

    @Test
    void whatDoesNotExistIsNotRefused() throws SQLException {
        var nowhere = "00000000-0000-7000-8000-"
                + Deposit.number().replaceAll("[^0-9]", "").substring(0, 12);
        town.get("/cases/" + nowhere).expect(404);

        assertEquals(List.of(), journal(nowhere, "ACCESS_REFUSED"));
    }

    /** Returns a page of the portal as she sees it. */
    Answer page(Caller person, String path) {
        var token = TokenText.fresh();
        Database.change("""
                insert into person_session (token_hash, account_id, method, opened_at, used_at)
                select ?, id, 'PASSWORD', now(), now() from account where email = ?""", Sha256.hex(token), person.name());
        return Partner.send(
                Partner.to(path).header("Cookie", "hubee-session=" + token).GET());
    }

    Caller agent(PortalTown village) throws SQLException {
        return NewPerson.ada(village.town().organizationKey(), ActorType.AGENT)
                .roles(Set.of(Role.READ_FOLDERS))
                .reaching("EtatCivil")
                .in(application)
                .caller(People.HERE);
    }

    @Test
    void whatAPersonOpensOrTriesToIsRecorded() throws SQLException {
        var village = PortalTown.of("EtatCivil");
        var deposit = Deposit.announce(dila, village.town()).upload().complete();
        var ada = agent(village);
        var eve = agent(PortalTown.of("EtatCivil"));
        for (int time = 0; time < 2; time++) {
            page(ada, "/teledossier?id=" + deposit.caseId()).expect(200);
            page(eve, "/teledossier?id=" + deposit.caseId()).expect(404);
        }

        assertOne("CASE_READ " + ada.name(), journal(deposit.caseId(), "CASE_READ"));
        assertOne("ACCESS_REFUSED " + eve.name(), journal(deposit.caseId(), "ACCESS_REFUSED"));
    }

    @Test
    void noFileIsHandedOverWhenItsTraceCannotBeWritten() throws SQLException {
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        new Sql(owner).change("revoke execute on procedure append_to_journal from hubee");
        try {
            var answer = town.get(file(deposit));
            assertTrue(answer.status() >= 500, answer::toString);
            answer.hides("naissance");
            assertEquals(
                    Trouble.FAILED, town.get(deposit.casePath()).expect(500).text());
        } finally {
            new Sql(owner).change("grant execute on procedure append_to_journal to hubee");
        }

        town.get(file(deposit)).expect(200);
        town.get(deposit.casePath()).expect(200);
        assertOne("CASE_READ demo-valbourg-etatcivil", journal(deposit.caseId(), "CASE_READ"));
        assertOne("ATTACHMENT_READ demo-valbourg-etatcivil", journal(deposit.attachmentId(), "ATTACHMENT_READ"));
    }
}

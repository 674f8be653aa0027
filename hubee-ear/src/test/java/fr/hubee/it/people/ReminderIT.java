package fr.hubee.it.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.desk.digest.ReminderService;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.Jobs;
import fr.hubee.it.Mailbox;
import fr.hubee.it.clock.MovableClock;
import fr.hubee.it.clock.ParisDays;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Stored;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.people.account.AccountService;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.KnownAccount;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Checks unused accounts: two reminders, then they are closed, except the last administrator; and passwords that expire. */
class ReminderIT extends InServer {
    final MovableClock clock = MovableClock.ofThisServer();

    @Inject
    ReminderService reminders;

    @Inject
    AccountService accounts;

    @AfterEach
    void itIsTodayForTheOthers() {
        clock.reset();
    }

    @Test
    void anAccountThatNobodyUsesIsRemindedTwiceThenClosed() throws Exception {
        var ada = invited();
        after(59, ada);
        assertEquals(0, mails(ada, "IDLE_ACCOUNT"));

        after(1, ada);
        after(0, ada);
        after(29, ada);
        assertEquals(1, mails(ada, "IDLE_ACCOUNT"));

        after(1, ada);
        after(29, ada);
        assertEquals(2, mails(ada, "IDLE_ACCOUNT"));
        assertTrue(isActive(ada));
        var mail = Mailbox.of(ada.email()).await();
        mail.shows("connectez-vous avant le ");

        after(1, ada);
        after(30, ada);
        assertFalse(isActive(ada));
        assertEquals(AuditAction.ACCOUNT_DEACTIVATED, people.journal(ada).get(0).action());
        assertEquals("hubee", people.journal(ada).get(0).actor());
        assertEquals(2, mails(ada, "IDLE_ACCOUNT"));
    }

    @Test
    void nobodyIsClosedWhoWasNotWarnedThirtyDaysBefore() throws Exception {
        var ada = invited();

        after(200, ada);
        assertEquals(1, mails(ada, "IDLE_ACCOUNT"));
        after(29, ada);
        assertTrue(isActive(ada));
        after(1, ada);
        assertFalse(isActive(ada));
    }

    @Test
    void whoSignsInStartsAnew() throws Exception {
        var ada = invited();
        after(95, ada);
        signsInLater(ada, "95 days");

        after(59, ada);
        assertEquals(1, mails(ada, "IDLE_ACCOUNT"));
        assertTrue(isActive(ada));
        after(2, ada);
        assertEquals(2, mails(ada, "IDLE_ACCOUNT"));
    }

    @Test
    void whoIsLetInAgainHasAsLongAsAnybody() throws Exception {
        var ada = invited();
        after(90, ada);
        after(30, ada);
        assertFalse(isActive(ada));

        var read = AsCaller.call(Jobs.ADMIN, () -> accounts.read(Jobs.ADMIN, ada.id()));
        AsCaller.call(Jobs.ADMIN, () -> accounts.activate(Jobs.ADMIN, ada.id(), read.version()));
        after(59, ada);
        assertTrue(isActive(ada));
        assertEquals(1, mails(ada, "IDLE_ACCOUNT"));
    }

    @Test
    void theLastAdministratorOfATownStays() throws Exception {
        var town = NewTown.fresh().registered();
        var first = people.of(town, ActorType.LOCAL_ADMINISTRATOR);
        var last = people.of(town, ActorType.LOCAL_ADMINISTRATOR);
        letInAMomentAgo(first);
        letInAMomentAgo(last);
        after(90, first, last);
        after(30, first, last);

        assertFalse(isActive(first));
        assertTrue(isActive(last));
    }

    @Test
    void aPasswordThatEndsIsRemindedOfTwice() throws Exception {
        var ada = people.agent();
        signsInLater(ada, "2 years");
        // the account ends in seven days, or in four to six where the month six months ago had fewer days
        var chosen = ParisDays.before(ParisDays.after(Instant.now(), Period.ofDays(7)), Period.ofMonths(6));
        sql().change("update chosen_password set chosen_at = ? where account_id = ?", chosen, ada.id());

        asked(ada);
        asked(ada);
        assertEquals(1, mails(ada, "PASSWORD_ENDS"));
        var mail = Mailbox.of(ada.email()).await();
        assertTrue(mail.subject().startsWith("HubEE - Votre mot de passe est à changer avant le "), mail.subject());

        after(3, ada);
        after(1, ada);
        assertEquals(2, mails(ada, "PASSWORD_ENDS"));
        after(5, ada);
        assertEquals(2, mails(ada, "PASSWORD_ENDS"));
    }

    /** Invites her a moment ago, also by a clock of the server that is a little behind that of the database. */
    private KnownAccount invited() throws Exception {
        var person = people.invited();
        letInAMomentAgo(person);
        return person;
    }

    private void letInAMomentAgo(KnownAccount person) throws SQLException {
        Stored.account(person.id()).set("created_at = created_at - interval '1 minute'");
    }

    /** Moves the clock by that many days of Paris and a second, since it may go back by a fraction of one. */
    private void after(int days, KnownAccount... persons) throws Exception {
        clock.moveDays(days);
        clock.move(Duration.ofSeconds(1));
        asked(persons);
    }

    private void asked(KnownAccount... persons) throws Exception {
        for (var person : persons) {
            asBatch.call(() -> reminders.process(person.id()));
        }
    }

    private void signsInLater(KnownAccount person, String when) throws SQLException {
        sql().change("delete from last_sign_in where account_id = ?", person.id());
        sql().change("insert into last_sign_in values (?, now() + cast(? as interval))", person.id(), when);
    }

    private boolean isActive(KnownAccount person) throws SQLException {
        return (Boolean) sql().one("select active from account where id = ?", person.id());
    }

    private long mails(KnownAccount person, String template) throws SQLException {
        return sql().count("mail where account_id = ? and template = ?", person.id(), template);
    }
}

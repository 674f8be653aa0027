package fr.hubee.it.lifetime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.it.InServer;
import fr.hubee.it.Jobs;
import fr.hubee.it.Sql;
import fr.hubee.journal.job.Job;
import fr.hubee.journal.job.RunState;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Checks that the hourly job drops months of the journal that were kept long enough, and records it. */
class JournalRetentionIT extends InServer {
    @Inject
    Jobs jobs;

    private void month(String day) throws SQLException {
        var sql = new Sql(owner);
        sql.one("select make_journal_month(cast(? as timestamptz))::text", day);
        sql.change("""
                insert into audit_entry (id, happened_at, actor, action, subject, changes)
                values (gen_random_uuid(), cast(? as timestamptz), 'ada', 'SIGNED_IN', ?, '{}')""", day, day);
    }

    private long count(String where, String value) throws SQLException {
        return (Long) new Sql(owner).one("select count(*) from audit_entry where " + where, value);
    }

    @Test
    void aMonthThatIsOlderThanTheSettingGoesAndTheNextOneStays() throws Exception {
        month("2018-03-10");
        month(String.valueOf(LocalDate.now(ZoneOffset.UTC).minusYears(4)));

        assertEquals(RunState.COMPLETED, jobs.run(Job.HOUSEKEEPING).state());

        assertEquals(0, count("subject = ?", "2018-03-10"));
        assertEquals(
                1,
                count(
                        "action = 'JOURNAL_DROPPED' and database_user = 'hubee_owner' and subject = ?",
                        "audit_entry_2018_03"));
        assertEquals(
                1,
                count(
                        "subject = ?",
                        String.valueOf(LocalDate.now(ZoneOffset.UTC).minusYears(4))));
    }
}

package fr.hubee.demonstration.data;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Months of activity, and people who can sign in: added once to a hub that has started with {@code demo-portal.json}. */
public final class SampleData {
    /** Fixed, for the same data at each start. */
    private static final long SEED = 1789;

    /** Starts the jobs. */
    private static final String WHO = SamplePeople.ALL.get(0).email();

    private final Connection connection;
    private final Path blobs;
    private final Instant now;

    /** @param blobs the folder of the hub's store */
    public SampleData(Connection connection, Path blobs, Instant now) {
        this.connection = connection;
        this.blobs = blobs;
        this.now = now;
    }

    /**
     * Loads the data once, after the purge that the hub's start begins: otherwise it would find files without a key to destroy.
     *
     * @return false when it was loaded before
     */
    public boolean loadOnce() throws SQLException, IOException, InterruptedException {
        if (isThere()) {
            return false;
        }
        job().awaitFirst("RETENTION");
        connection.setAutoCommit(false);
        try {
            load();
            connection.commit();
            return true;
        } finally {
            connection.rollback(); // does nothing after a commit
        }
    }

    /** Asks the hub to encrypt the files, which were loaded unencrypted; returns at once. */
    public void encrypt() throws SQLException, InterruptedException {
        job().ask("STORE_MOVING", WHO);
    }

    /**
     * Runs the nightly jobs for the past: counts days, purges files, archives cases, writes mails; one has failed. They begin once all
     * files are encrypted: files purged before have no key to destroy.
     */
    public void liveTheNights() throws SQLException, InterruptedException {
        job().await("STORE_MOVING");
        for (var night : List.of("RETENTION", "WATCH", "DIGESTS")) {
            job().ask(night, WHO);
        }
        job().awaitFirst("ACCOUNTS");
        job().fail("ACCOUNTS", "Le relais de courriels n’a pas répondu à temps : aucun rappel n’est parti.");
    }

    private NightJob job() throws SQLException {
        connection.setAutoCommit(true);
        return new NightJob(connection, now);
    }

    private boolean isThere() throws SQLException {
        try (var query = connection.prepareStatement(
                "select from chosen_password join account on account.id = account_id where email = ?")) {
            query.setString(1, WHO);
            try (var found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    private void load() throws SQLException, IOException {
        var random = new Random(SEED);
        var uuids = new PastUuids(random);
        var store = new StoredFiles(blobs, uuids);
        try (var journal = new JournalRows(connection, uuids);
                var rows = new FolderRows(connection, uuids, store, journal, now)) {
            for (var folder : new SampleFolderList(now, random).all()) {
                rows.add(folder);
            }
            new PeopleRows(connection, uuids, journal, random, now).add();
            rows.flush();
            journal.flush();
        }
        tell("""
                update subscription set editor_type = 'EDT', editor_company_register = '99000700700018', editor_branch_code = '00000'
                where process_code in ('EtatCivil', 'CERTDC', 'recensementCitoyen')
                    and company_register in ('99000101800011', '99000102600014', '99000103400018')""");
        tell("update account set active = false where email = 'lucie.vantadour@saint-aubrin-le-vieux.example'");
        tell("""
                insert into mail (id, message_id, recipient, template, template_values, state, created_at, try_until, attempts,
                    next_attempt_at, ended_at, last_error)
                select id, '<' || id || '@hubee.example>', email, 'PASSWORD_CHANGED',
                    '{"changedAt":"02/11/2026 à 9 h 12","login":"' || email || '","name":"Lucie Vantadour"}', 'GIVEN_UP',
                    now() - interval '5 days', now() - interval '2 days', 1, now() - interval '5 days', now() - interval '5 days',
                    '550 5.1.1 Adresse inconnue'
                from account where email = 'lucie.vantadour@saint-aubrin-le-vieux.example'""");
        tell("""
                insert into case_handler (case_id, account_id, since)
                select c.id, a.id, c.transmitted_at + interval '2 hours'
                from cases c join account a on right(c.id::text, 1) < '6' and a.email = 'solene.kermarrec@saint-aubrin-le-vieux.example'
                    or right(c.id::text, 1) between '6' and '9' and a.email = 'odile.garance@saint-aubrin-le-vieux.example'
                    or right(c.id::text, 1) between 'a' and 'c' and a.email = 'mireille.aubertin@saint-aubrin-le-vieux.example'
                where c.company_register = '99000104200011' and c.process_code = 'EtatCivil'
                    and c.status in ('SI_RECEIVED', 'IN_PROGRESS', 'ADD_AWAITING')""");
        replaced("mireille.aubertin", -2, 11);
        replaced("odile.garance", 18, 31);
        tell("""
                update organization o set population = p.people
                from (values ('99101', 8420), ('99102', 2310), ('99103', 3975), ('99104', 4180), ('99105', 2046), ('99106', 2704))
                    as p (code, people)
                where o.branch_code = p.code and o.organization_type = 'SI'""");
        new PastYear(connection, random, now).add();
        for (var sql : SampleMerge.STATEMENTS) {
            tell(sql);
        }
        for (var sql : SampleWatch.STATEMENTS) {
            tell(sql);
        }
        // so that the nightly job counts the earlier days too, and publishes their months
        tell("""
                update counted_days set until = null, organizations_until = null, organizations_since = null, peers_until = null,
                    published_until = null""");
    }

    /** Solène replaces that colleague, within so many days from today. */
    private void replaced(String absent, int firstDay, int lastDay) throws SQLException {
        tell("""
                insert into replacement (id, absent_id, deputy_id, first_day, last_day, created_at)
                select uuidv7(), a.id, d.id, current_date + %d, current_date + %d, now()
                from account a, account d where a.email = '%s@saint-aubrin-le-vieux.example'
                    and d.email = 'solene.kermarrec@saint-aubrin-le-vieux.example'""".formatted(firstDay, lastDay, absent));
    }

    private void tell(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package fr.hubee.journal.seal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Seals the journal of a test. */
public final class OneRound {
    private OneRound() {}

    /** @param owner of the tables */
    public static void of(Connection owner) throws SQLException {
        owner.setAutoCommit(false);
        new SealingRound(owner, Optional.of(SealedJournal.KEY), 1000).run();
        new SealingRound(owner, Optional.of(SealedJournal.KEY), 1000).run(); // the first round only begins
        owner.commit();
        owner.setAutoCommit(true);
    }

    /** Returns the entries with seals of the same key. */
    @SuppressWarnings("UnnecessaryAssignment") // no container is there to inject
    public static SealedEntries entries(DataSource application) {
        var entries = new SealedEntries();
        entries.application = application;
        entries.settings = new SealSettings(Optional.of(SealedJournal.KEY), Optional.empty(), Optional.empty());
        return entries;
    }
}

package fr.hubee.audit.seal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

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
}

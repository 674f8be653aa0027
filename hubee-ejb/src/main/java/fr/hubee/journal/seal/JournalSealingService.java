package fr.hubee.journal.seal;

import fr.hubee.journal.proof.StampAuthority;
import fr.hubee.journal.proof.StampSettings;
import fr.hubee.journal.seal.Witness.WitnessRound;
import fr.hubee.kernel.security.Roles;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;

/** Seals the journal, as the owner of the tables: the application's role may add nothing to the proofs. */
@Stateless
@RolesAllowed(Roles.BATCH)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JournalSealingService {
    private static final int AT_ONCE = 20_000;

    @Resource(lookup = "java:jboss/datasources/HubeeSchemaDS")
    DataSource owner;

    @Inject
    SealSettings settings;

    @Inject
    StampSettings stamps;

    @Inject
    Clock clock;

    /**
     * @return the number of sealed entries; -1 when another node is sealing
     * @throws IOException when the database refuses: the next round continues
     */
    public long seal() throws IOException {
        try (var connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return new SealingRound(connection, settings.key(), AT_ONCE).run();
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException refused) {
            throw new IOException(refused);
        }
    }

    /**
     * Requests time stamps for the heads that are due, if an authority is configured.
     *
     * @return the number of stamped heads
     * @throws IOException with the reason of a failure: the next round tries again
     */
    public int stamp() throws IOException {
        if (stamps.address().isEmpty()) {
            return 0;
        }
        var authority = new StampAuthority(stamps);
        try (var connection = owner.getConnection()) {
            return new StampRound(connection, content -> authority.stamp(content, clock.instant())).run();
        } catch (SQLException refused) {
            throw new IOException(refused);
        }
    }

    /**
     * Sends the witness the heads that it has not received yet.
     *
     * @return the number of heads that it has accepted
     * @throws IOException when it does not accept them: the next round tries again
     */
    public int tellWitness() throws IOException {
        if (settings.witness().isEmpty()) {
            return 0;
        }
        try (var connection = owner.getConnection()) {
            return new WitnessRound(connection, Witness.at(settings.witness().get())).run();
        } catch (SQLException refused) {
            throw new IOException(refused);
        }
    }
}

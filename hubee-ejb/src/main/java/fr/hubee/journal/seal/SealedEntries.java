package fr.hubee.journal.seal;

import com.nimbusds.jose.jwk.OctetKeyPair;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import javax.sql.DataSource;

/** Entries with their proofs, for signed statements about them. */
@Dependent
public class SealedEntries {
    @Resource(lookup = "java:jboss/datasources/HubeeDS")
    DataSource application;

    @Inject
    SealSettings settings;

    /**
     * Opens a reading for the queries of one answer.
     *
     * @throws IOException when the database does not answer
     */
    public SealedReading read() throws IOException {
        return new SealedReading(application::getConnection, keys(), settings.key());
    }

    /** The keys that have signed heads, by their names. */
    public Map<String, OctetKeyPair> keys() throws IOException {
        JournalDatabase database = application::getConnection;
        return database.call(Heads::keysByName);
    }
}

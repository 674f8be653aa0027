package fr.hubee.it.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.it.server.OwnServer;
import fr.hubee.it.world.Deposit;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A ZIP whose maker is held when it writes that row in that state, until the test continues it. */
final class HeldZip implements Closeable {
    private static final int LOCK = 20;

    private static final String HELD =
            "from pg_locks where locktype = 'advisory' and objid = " + LOCK + " and not granted";

    private static final String HOLD = """
            create or replace function hold_zip() returns trigger language plpgsql as
              'begin perform pg_advisory_xact_lock_shared(%1$d); return new; end';
            create or replace trigger hold_zip before update on bundle for each row when (new.state = '%2$s') execute function hold_zip();
            select pg_advisory_lock(%1$d)""";

    private final OwnServer own;
    private final Connection holder;
    private final UUID id = UUID.randomUUID();

    private HeldZip(OwnServer own, String state) throws SQLException {
        this.own = own;
        holder = own.database();
        try (var statement = holder.createStatement()) {
            statement.execute(HOLD.formatted(LOCK, state));
        }
    }

    /** Holds the maker after it has taken the ZIP: it blocks all other makers then, and no byte is written. */
    static HeldZip whenTaken(OwnServer own) throws SQLException {
        return new HeldZip(own, "MAKING");
    }

    /** Holds the maker after all bytes are written. */
    static HeldZip whenWritten(OwnServer own) throws SQLException {
        return new HeldZip(own, "READY");
    }

    /** Requests a ZIP with the file of that télédossier. */
    HeldZip askedBy(UUID account, Deposit deposit) throws SQLException {
        own.sql().change("""
                with asked as (insert into bundle (id, account_id, file_name, case_count, file_count, size, state, bytes_read, attempts,
                    asked_at, kept_until) values ('%1$s', '%2$s', 'actes.zip', 1, 1, 41, 'WAITING', 0, 0, now(), now() + interval '1 day'))
                insert into bundle_file (bundle_id, position, case_id, blob_key)
                select '%1$s', 0, '%3$s', blob_key from attachment where id = '%4$s'""".formatted(id, account, deposit.caseId(), deposit.attachmentId()));
        return this;
    }

    /** Returns when its row is about to be written. */
    HeldZip begun() throws SQLException {
        own.sql().await(1, "select count(*) " + HELD);
        return this;
    }

    /** Checks a maker without a sign of life for five minutes: another node makes the ZIP once. From now on nothing is held. */
    void isMadeOnceByAnotherNode() throws SQLException, IOException {
        own.sql()
                .all("select pg_terminate_backend(pid)::text "
                        + HELD); // the maker is dead, but its COMMIT has come with its write
        close();
        own.sql().change("update bundle set heard_at = now() - interval '1 hour' where state = 'MAKING'");
        isMadeInAttempts(2);
        assertEquals(own.sql().all("select blob_key from bundle"), withoutAttachment());
    }

    /** Checks that another node makes the ZIP, since the work of the first maker was never committed. From now on nothing is held. */
    void isMadeByAnotherNode() throws SQLException, IOException {
        close();
        isMadeInAttempts(1);
    }

    private void isMadeInAttempts(int howMany) throws SQLException {
        own.sql().await(1, "select count(*) from bundle where state = 'READY' and id = '%s'".formatted(id));
        assertEquals(howMany, own.sql().number("select attempts from bundle where id = '%s'".formatted(id)));
    }

    /** Returns the stored files that no attachment names, without drafts. */
    private Set<String> withoutAttachment() throws SQLException, IOException {
        var known = own.sql().all("select blob_key from attachment where blob_key is not null");
        try (var all = Files.walk(own.blobs())) {
            return all.filter(file ->
                            Files.isRegularFile(file) && !file.getParent().endsWith("drafts"))
                    .map(Path::getFileName)
                    .map(Path::toString)
                    .filter(name -> !known.contains(name))
                    .collect(Collectors.toSet());
        }
    }

    @Override
    public void close() throws IOException {
        try {
            holder.close();
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }
}

package fr.hubee.it.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.server.OwnServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Closed cases of « EtatCivil », with a file each, inserted into the database and the store of a server of a test's own. Their files are
 * due on the thirty-first day after closing.
 */
public final class ClosedCases {
    private static final String FILL = """
            with numbers as (select n, md5('%1$s folder ' || n)::uuid as folder, md5('%1$s case ' || n)::uuid as a_case,
                md5('%1$s file ' || n)::uuid as file, timestamptz '%3$s' as at from generate_series(1, %2$d) as n),
            folders as (insert into folder (id, external_id, process_code, osl_type, osl_company_register, osl_branch_code,
                status, status_set_by_transmitter, first_name, last_name, created_at, completed_at, version)
              select folder, '%1$s-' || n, 'EtatCivil', 'OSL', '99000001000019', '00000', 'CLOSED', true, 'Camille', 'Exemple',
                at, at, 0 from numbers),
            new_cases as (insert into cases (id, folder_id, position, external_id, process_code, organization_type,
                company_register, branch_code, status, created_at, transmitted_at, closed_at, version)
              select a_case, folder, 0, '%1$s-' || n || '-01', 'EtatCivil', 'SI', '99000101800011', '99101', 'CLOSED', at, at,
                at, 0 from numbers),
            files as (insert into attachment (id, folder_id, position, file_name, type, size, mime_type, status, blob_key,
                sha256, received_at)
              select file, folder, 0, 'demande.xml', 'ActeEtatCivil-XML', 1, 'application/xml', 'RECEIVED',
                'fs-' || md5('%1$s blob ' || n), 'LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE=', at from numbers)
            insert into case_attachment (case_id, attachment_id) select a_case, file from numbers""";

    private final OwnServer own;

    /** The keys of their files. */
    private final Set<String> added = new HashSet<>();

    public ClosedCases(OwnServer own) {
        this.own = own;
    }

    /** @param name distinguishes them from others; in lower case */
    public void add(String name, int howMany, Instant closed) throws SQLException, IOException {
        own.sql().change(FILL.formatted(name, howMany, closed));
        var theirs = keys("folder_id in (select id from folder where external_id like '" + name + "-%')");
        for (var key : own.sql().all(theirs)) {
            Files.writeString(path(key), "x");
            added.add(key);
        }
    }

    private static String keys(String condition) {
        return "select blob_key from attachment where blob_key is not null and " + condition;
    }

    private Path path(String key) {
        return own.blobs().resolve(key.substring(key.length() - 2)).resolve(key);
    }

    /**
     * Checks that a row names each file of theirs, and that a file that a row names as readable exists; also while the remaining node
     * purges files. A node that was killed may have left files that a row names and nobody can read.
     */
    public void assertNothingLies() throws SQLException, IOException {
        var named = own.sql().all(keys("true")); // before the walk: a purge that goes on forgets what it has erased
        named.addAll(own.sql().all("select blob_key from moved_blob")); // encrypted meanwhile, and not deleted yet
        var stored = stored();
        var readable = own.sql().all(keys("status = 'RECEIVED'")); // after it: a purge that goes on erases more
        var missing = new HashSet<>(readable);
        missing.removeAll(stored);
        missing.removeAll(stored()); // those that were encrypted since the first walk
        missing.retainAll(own.sql().all(keys("status = 'RECEIVED'")));
        assertEquals(Set.of(), missing, "rows lie");
        stored.retainAll(added);
        assertTrue(named.containsAll(stored), "a file is an orphan");
        assertFalse(readable.isEmpty());
    }

    private Set<String> stored() throws IOException {
        try (var walk = Files.walk(own.blobs())) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }
}

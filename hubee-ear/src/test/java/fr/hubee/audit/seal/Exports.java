package fr.hubee.audit.seal;

import java.io.IOException;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;

/** What the administrator downloads. */
final class Exports {
    private Exports() {}

    static List<String> of(SealedJournal journal) throws SQLException, IOException {
        var file = new StringWriter();
        new JournalExport(journal.connection, file).write();
        journal.connection.rollback();
        return file.toString().lines().toList();
    }
}

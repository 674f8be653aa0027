package fr.hubee.cli.preflight;

import fr.hubee.files.encryption.MasterKey;
import fr.hubee.files.encryption.MasterKeySettings;
import fr.hubee.kernel.settings.SettingSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Checks whether this server has the master keys for the files of this database. */
final class MasterKeyFindings {
    private final Connection connection;
    private final SettingSource settings;
    private final Findings findings;

    MasterKeyFindings(Connection connection, SettingSource settings, Findings findings) {
        this.connection = connection;
        this.settings = settings;
        this.findings = findings;
    }

    void say() throws SQLException {
        findings.title("The keys of files");
        MasterKeySettings found;
        try {
            found = new MasterKeySettings(settings);
        } catch (IllegalStateException invalid) {
            findings.obstacle(invalid.getMessage());
            return;
        }
        var known = found.all().stream().map(MasterKey::name).collect(Collectors.toSet());
        var missing =
                used(connection).stream().filter(name -> !known.contains(name)).toList();
        if (!missing.isEmpty()) {
            findings.obstacle("files are encrypted with the master keys " + String.join(", ", missing)
                    + ", which HUBEE_MASTER_KEY does not have");
        } else if (found.isOn()) {
            findings.ok("the current master key is " + found.current().orElseThrow());
        } else {
            findings.note("files are not encrypted: HUBEE_MASTER_KEY is not set");
            findings.detail("hubee keys new makes the file of HUBEE_MASTER_KEY_FILE (docs/production.md, step 5)");
        }
    }

    /** Returns the master keys that are used; empty for a database of an earlier release. */
    static List<String> used(Connection connection) throws SQLException {
        boolean isThere = Rows.text(connection, "select to_regclass('data_key') is not null")
                .equals("t");
        return isThere ? Rows.texts(connection, "select distinct master_key from data_key order by 1") : List.of();
    }
}

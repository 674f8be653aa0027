package fr.hubee.files.encryption;

import fr.hubee.kernel.shared.UuidV7;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;

/** Many data keys of télédossiers that do not exist: their rotation takes a while. */
public final class ManyKeys {
    private ManyKeys() {}

    public static void insert(Connection connection, MasterKey master, int number)
            throws SQLException, GeneralSecurityException {
        try (var insert = connection.prepareStatement("insert into data_key values (?, ?, ?, ?, now())")) {
            for (int each = 0; each < number; each++) {
                var key = DataKey.fresh();
                insert.setString(1, key.id());
                insert.setObject(2, UuidV7.next());
                insert.setString(3, master.name());
                insert.setString(4, key.wrapped(master));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Opens all keys with these master keys alone; fails at the first one that they do not open. */
    public static int open(Connection connection, KeySet masters) throws SQLException, IOException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id, master_key, wrapped from data_key")) {
            int opened = 0;
            while (rows.next()) {
                var master = MasterKey.named(rows.getString(2), masters.all()).orElseThrow();
                DataKey.unwrapped(rows.getString(1), rows.getString(3), master);
                opened++;
            }
            return opened;
        } catch (GeneralSecurityException invalid) {
            throw new IOException(invalid);
        }
    }
}

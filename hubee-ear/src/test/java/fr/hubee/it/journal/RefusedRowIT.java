package fr.hubee.it.journal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.InServer;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Checks what the server writes to its log when the database refuses a row. */
class RefusedRowIT extends InServer {
    @Test
    void whatItHoldsIsNotLogged() {
        var refused = assertThrows(SQLException.class, () -> insert("Camille Tournesol".repeat(10)));

        assertTrue(refused.getMessage().contains("was aborted"), refused::getMessage);
        assertFalse(refused.getMessage().contains("Camille"), refused::getMessage);
    }

    private void insert(String tooLong) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into token_failure (client_id, address, failures, last_at) values (?, ?, 1, now())")) {
            insert.setString(1, tooLong);
            insert.setString(2, tooLong);
            insert.addBatch();
            insert.executeBatch();
        }
    }
}

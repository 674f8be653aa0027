package fr.hubee.kernel.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowByRowTest {
    private final List<String> written = new ArrayList<>();
    private final List<Exception> refused = new ArrayList<>();

    /** Writes as a database does: all rows of a statement, or none. */
    private void write(List<String> rows) throws SQLException {
        if (rows.contains("a\0b")) {
            throw new SQLException("invalid byte sequence for encoding \"UTF8\": 0x00", "22021");
        }
        if (rows.contains("away")) {
            throw new SQLException("connection failure", "08006");
        }
        written.addAll(rows);
    }

    @Test
    void whatTheDatabaseRefusesForItsContentKeepsNoOtherRowBack() throws SQLException {
        RowByRow.write(List.of("a", "a\0b", "b", "c", "a\0b"), this::write, refused::add);

        assertEquals(List.of("a", "b", "c"), written);
        assertEquals(2, refused.size());
    }

    @Test
    void anOutageIsNoReasonToLeaveARowOut() {
        assertThrows(
                SQLException.class, () -> RowByRow.write(List.of("a", "a\0b", "away", "b"), this::write, refused::add));

        assertEquals(List.of("a"), written);
        assertEquals(1, refused.size());
    }
}

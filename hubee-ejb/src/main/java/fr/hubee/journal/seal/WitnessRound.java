package fr.hubee.journal.seal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/**
 * Sends a witness the heads that it has not received yet, in their order; at first only the newest one, which covers all before it. A
 * recorded time later than the newest head is wrong, and is ignored.
 */
final class WitnessRound {
    private static final String UNTOLD = """
            select h.size, h.at, h.jws from journal_head h, journal_sealing s
            where h.at > coalesce(case when s.witnessed <= (select max(at) from journal_head) then s.witnessed end,
                (select max(at) from journal_head) - interval '1 microsecond')
            order by h.at limit 200""";

    private static final String TOLD = """
            update journal_sealing set witnessed = case when witnessed <= (select max(at) from journal_head) then greatest(witnessed, ?)
                else ? end""";

    private final Connection connection;
    private final Witness witness;

    WitnessRound(Connection connection, Witness witness) {
        this.connection = connection;
        this.witness = witness;
    }

    int run() throws SQLException, IOException {
        int told = 0;
        for (var head : untold()) {
            witness.take(head.jws());
            note(head.at());
            told++;
        }
        return told;
    }

    private List<Heads.Kept> untold() throws SQLException {
        try (var select = connection.prepareStatement(UNTOLD)) {
            return Heads.all(select);
        }
    }

    private void note(Instant head) throws SQLException {
        try (var update = connection.prepareStatement(TOLD)) {
            update.setTimestamp(1, Timestamp.from(head));
            update.setTimestamp(2, Timestamp.from(head));
            update.executeUpdate();
        }
    }
}

package fr.hubee.desk.watch;

import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.time.Instant;
import java.util.UUID;

/** Reads the results of native queries. */
final class UnopenedRows {
    private UnopenedRows() {}

    static Unopened line(Object[] row) {
        return new Unopened(
                new OrganizationKey(OrganizationType.valueOf((String) row[0]), (String) row[1], (String) row[2]),
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (UUID) row[6],
                (String) row[7],
                (Boolean) row[8],
                (Long) row[9],
                (Instant) row[10],
                (Instant) row[11],
                (Instant) row[12]);
    }
}

package fr.hubee.bench;

import fr.hubee.bench.sql.SqlScript;
import fr.hubee.bench.sql.SqlSession;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The minimum that a database must do for one life cycle, with plain JDBC: the reads, locks, writes and commits of each
 * of the nineteen requests, on the same tables.
 */
final class SqlFloor {
    private final Bed bed;
    private final int users;
    private final List<List<SqlScript.Statement>> transactions;
    private final boolean alone;

    private SqlFloor(Bed bed, int users, String script, boolean alone) throws IOException {
        this.bed = bed;
        this.users = users;
        this.transactions = SqlScript.read(script);
        this.alone = alone;
    }

    /** The floor of releases before 2, without journal and mail, a statement a round trip. */
    static SqlFloor former(Bed bed, int users) throws IOException {
        return new SqlFloor(bed, users, "life-cycle.sql", false);
    }

    /** The floor that gives the guarantees of HubEE, in the fewest round trips. */
    static SqlFloor fair(Bed bed, int users) throws IOException {
        return new SqlFloor(bed, users, "fair-life-cycle.sql", true);
    }

    /** Round trips of a cycle. */
    int trips() {
        return transactions.stream()
                .mapToInt(each -> each.size() + (alone && each.size() == 1 ? 0 : 1))
                .sum();
    }

    Spent measure(int cycles) throws IOException, InterruptedException, SQLException {
        play(cycles);
        return bed.measureFloor(() -> play(cycles));
    }

    private void play(int cycles) throws InterruptedException, SQLException {
        var pool = Executors.newFixedThreadPool(users);
        try {
            var played = new ArrayList<Future<?>>();
            for (int user = 0; user < users; user++) {
                played.add(pool.submit(() -> {
                    playOne(cycles / users);
                    return null;
                }));
            }
            for (var each : played) {
                each.get();
            }
        } catch (ExecutionException failure) {
            throw new SQLException(failure.getCause());
        } finally {
            pool.shutdown();
        }
    }

    private void playOne(int cycles) throws SQLException {
        try (var session = new SqlSession(bed.connect(), alone)) {
            for (int cycle = 0; cycle < cycles; cycle++) {
                session.play(transactions);
            }
        }
    }
}

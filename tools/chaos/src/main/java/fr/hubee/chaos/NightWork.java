package fr.hubee.chaos;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The night's jobs close together: what was closed for good grows old, and an administrator starts purge, digests and housekeeping. */
final class NightWork {
    private static final List<String> JOBS = List.of("RETENTION", "DIGESTS", "HOUSEKEEPING");
    private static final long PAUSE_MS = 8_000;

    /** Files are due after 31 days, cases after 60. */
    private static final String GROW_OLD = """
            update cases set closed_at = closed_at - interval '40 days'
            where id = any (?::uuid[]) and status = 'CLOSED' and closed_at > now() - interval '1 day'""";

    private final Person person;
    private final Hub hub;
    private final History history;

    NightWork(Person person, Hub hub, History history) {
        this.person = person;
        this.hub = hub;
        this.history = history;
    }

    void step() throws InterruptedException {
        growOld();
        person.renew();
        for (var job : JOBS) {
            var page = person.open("/travail?nom=" + job);
            if (page.hasForm("form") && page.has("id=\"open-start\"")) {
                person.submit(page, "form", Map.of("start", "start"));
            }
        }
        Thread.sleep(PAUSE_MS);
    }

    private void growOld() {
        try (var database = hub.database();
                var statement = database.prepareStatement(GROW_OLD)) {
            statement.setArray(
                    1, database.createArrayOf("text", history.closed().toArray()));
            statement.executeUpdate();
        } catch (SQLException gone) {
            // they grow old in another night
        }
    }
}

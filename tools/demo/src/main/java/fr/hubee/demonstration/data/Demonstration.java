package fr.hubee.demonstration.data;

import fr.hubee.journal.job.HubStarted;
import fr.hubee.people.password.Passwords;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import javax.sql.DataSource;

/** Makes the demonstration when the hub starts for the first time, before its timers begin. */
@ApplicationScoped
class Demonstration {
    private static final System.Logger LOG = System.getLogger(Demonstration.class.getName());

    /** Fixed, for the same data each time. */
    private static final long SEED = 1789;

    @Resource(lookup = "java:jboss/datasources/HubeeSchemaDS")
    DataSource owner;

    @Inject
    PastClock clock;

    @Inject
    People people;

    @Inject
    Passwords passwords;

    @Inject
    PeopleLife peopleLife;

    @Inject
    TownLife townLife;

    @Inject
    Teledossiers teledossiers;

    /** @throws Exception which the start fails with; {@code ./dev demo --fresh} begins again */
    void make(@Observes @Priority(1) HubStarted event) throws Exception {
        clock.requirePresent();
        if (isMade()) {
            return;
        }
        var now = Instant.now();
        var random = new Random(SEED);
        var timeline = new Timeline(now);
        for (var each : new SampleFolderList(now, random).all()) {
            teledossiers.addTo(timeline, each);
        }
        peopleLife.addTo(timeline, random, now);
        townLife.addTo(timeline, now);
        clock.enter(timeline.begin());
        timeline.play(clock);
        addRows(random, now);
        clock.leave();
        LOG.log(
                Level.INFO,
                "The demonstration was made in {0} s",
                Duration.between(now, Instant.now()).toSeconds());
    }

    private boolean isMade() {
        var first = people.account(SamplePeople.ALL.get(0).email());
        return passwords.currentOf(first.id()).isPresent();
    }

    private void addRows(Random random, Instant now) throws SQLException {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            new PastYear(connection, random, now).add();
            for (var sql : RawRows.STATEMENTS) {
                statement.execute(sql);
            }
        }
    }
}

package fr.hubee.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Measures a poll that finds nothing, beside two answers that are empty from the start. */
final class EmptyPoll {
    /** A démarche that its credentials do not cover: HubEE answers without asking the database. */
    private static final String UNASKED = Polls.QUEUE + "?processCode=EtatCivil";

    private final Bed bed;
    private final Polls polls;

    EmptyPoll(Bed bed, Path project, Options options) throws IOException, InterruptedException {
        this.bed = bed;
        this.polls = new Polls(bed, options, Partner.named("demo-trois-vallons", project, bed.address()));
    }

    void measure(Report report) throws IOException, InterruptedException, SQLException {
        FloorWar.deploy(bed.deployments());
        for (var path : List.of(Polls.QUEUE, UNASKED, FloorWar.ADDRESS)) { // what they share is warm for all three
            polls.ask(path);
        }
        report.emptyPoll(polls.measure(Polls.QUEUE), polls.measure(UNASKED), polls.measure(FloorWar.ADDRESS));
    }
}

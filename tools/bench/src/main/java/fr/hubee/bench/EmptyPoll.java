package fr.hubee.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Measures a poll that finds nothing, and compares it with two answers that are always empty. */
final class EmptyPoll {
    /** A démarche that its credentials do not cover: HubEE answers without a query. */
    private static final String UNASKED = Polls.QUEUE + "?processCode=EtatCivil";

    private final Bed bed;
    private final Polls polls;

    EmptyPoll(Bed bed, Path project, Options options) throws IOException, InterruptedException {
        this.bed = bed;
        this.polls = new Polls(bed, options, Partner.named("demo-trois-vallons", project, bed.address()));
    }

    void measure(Report report) throws IOException, InterruptedException, SQLException {
        FloorWar.deploy(bed.deployments());
        for (var path : List.of(Polls.QUEUE, UNASKED, FloorWar.ADDRESS)) { // warms up what all three share
            polls.ask(path);
        }
        var spent = polls.measureAlternately(List.of(Polls.QUEUE, UNASKED, FloorWar.ADDRESS));
        report.emptyPoll(spent.get(0), spent.get(1), spent.get(2));
    }
}

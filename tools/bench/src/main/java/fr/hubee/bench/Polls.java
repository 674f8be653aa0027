package fr.hubee.bench;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The same request, repeated on one connection. */
record Polls(Bed bed, Options options, Partner partner) {
    private static final int ROUNDS = 10;

    static final String QUEUE = "/teledossiers/v1/notifications";

    /** Per request, after as many to warm up. */
    Spent measure(String path) throws IOException, InterruptedException, SQLException {
        ask(path);
        Pause.of(options, bed, path);
        return bed.measure(() -> ask(path)).per(options.polls());
    }

    /** Several requests, a part of each in turn: the server still becomes faster while it is measured. */
    List<Spent> measureAlternately(List<String> paths) throws IOException, InterruptedException, SQLException {
        Pause.of(options, bed, paths.get(0));
        int times = Math.max(options.polls() / ROUNDS, 1);
        var spent = new ArrayList<>(Collections.nCopies(paths.size(), Spent.NOTHING));
        for (int round = 0; round < ROUNDS; round++) {
            for (int each = 0; each < paths.size(); each++) {
                var path = paths.get(each);
                spent.set(each, spent.get(each).plus(bed.measure(() -> ask(path, times))));
            }
        }
        return spent.stream().map(each -> each.per((double) times * ROUNDS)).toList();
    }

    void ask(String path) throws IOException, InterruptedException {
        ask(path, options.polls());
    }

    private void ask(String path, int times) throws IOException, InterruptedException {
        for (int time = 0; time < times; time++) {
            partner.get(path, BodyHandlers.ofString());
        }
    }
}

package fr.hubee.bench;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;

/** The same request, repeated on one connection. */
record Polls(Bed bed, Options options, Partner partner) {
    static final String QUEUE = "/teledossiers/v1/notifications";

    /** Per request, after as many to warm up. */
    Spent measure(String path) throws IOException, InterruptedException, SQLException {
        ask(path);
        Pause.of(options, bed, path);
        return bed.measure(() -> ask(path)).per(options.polls());
    }

    void ask(String path) throws IOException, InterruptedException {
        for (int time = 0; time < options.polls(); time++) {
            partner.get(path, BodyHandlers.ofString());
        }
    }
}

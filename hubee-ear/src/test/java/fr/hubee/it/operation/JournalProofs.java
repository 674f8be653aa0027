package fr.hubee.it.operation;

import fr.hubee.it.Wait;
import fr.hubee.it.server.OwnServer;
import fr.hubee.launcher.FickleLine;
import fr.hubee.launcher.OwnAuthority;
import fr.hubee.launcher.StampServer;
import java.io.Closeable;
import java.io.IOException;
import java.util.Base64;
import java.util.function.Supplier;

/** The proofs of a server's journal, which is stamped once an hour: the authority is unavailable until a test needs it. */
record JournalProofs(OwnServer own, StampServer authority, FickleLine line) implements Closeable {
    private static final String HEADS = "select count(*) from journal_head";
    private static final String STAMPS = "select count(*) from journal_stamp";
    private static final String AGE = "hubee_journal_seal_age_seconds ";

    static JournalProofs of(OwnServer own) throws IOException {
        var authority = OwnAuthority.good();
        var server = StampServer.start(authority, 0);
        var line = FickleLine.to(server.address().getPort());
        line.cut();
        own.set("HUBEE_SEAL_KEY", Base64.getEncoder().encodeToString(new byte[32])) // without one no head is signed
                .set("HUBEE_TSA", "http://127.0.0.1:" + line.port() + "/")
                .set("HUBEE_TSA_CERTIFICATES", authority.rootIn(own.folder()).toString());
        return new JournalProofs(own, server, line);
    }

    /** Checks the next head, the next stamp, and the metrics on them. */
    void assertTheyGoOn(Supplier<String> scrape) throws Exception {
        var sql = own.sql();
        long since = System.nanoTime();
        sql.awaitAtLeast(sql.number(HEADS) + 1, HEADS);
        line.mend();
        sql.await(1, STAMPS);
        Wait.until(() -> age(scrape.get()) * 1e9 < System.nanoTime() - since);
    }

    private static double age(String scrape) {
        return scrape.lines()
                .filter(line -> line.startsWith(AGE))
                .mapToDouble(line -> Double.parseDouble(line.substring(AGE.length())))
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }

    @Override
    public void close() throws IOException {
        line.close();
        authority.close();
    }
}

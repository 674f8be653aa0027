package fr.hubee.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the answers of PostgreSQL on their way to the server, see « Message Formats » in its documentation: « ReadyForQuery » ends a round trip,
 * « EmptyQueryResponse » answers the check of a connection. The driver sends BEGIN together with the next statement: nobody waits for its
 * answer, which is not counted.
 */
final class RoundTrips {
    private static final byte NO_ENCRYPTION = 'N';
    private static final byte READY = 'Z';
    private static final byte EMPTY = 'I';
    private static final byte DONE = 'C';
    private static final byte[] BEGIN = "BEGIN\0".getBytes(StandardCharsets.US_ASCII);
    private static final int IDLE_SECONDS = 20;

    private final AtomicLong trips = new AtomicLong();
    private final AtomicLong checks = new AtomicLong();
    private final int database;

    private RoundTrips(int database) {
        this.database = database;
    }

    /** Starts the server of this bed again behind the counter, where it stays, and counts what a life cycle asks. */
    static void measure(Bed bed, Path project, Options options, Report report)
            throws IOException, InterruptedException, SQLException {
        var counter = new RoundTrips(bed.databasePort());
        var listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(() -> counter.accept(listening));
        bed.startOn(listening.getLocalPort());
        var cycles = new LifeCycle(bed, project, options);
        cycles.cost("round-trips"); // what is read once is in caches then
        var idle = counter.during(bed, () -> TimeUnit.SECONDS.sleep(IDLE_SECONDS));
        var busy = counter.during(bed, () -> cycles.cost("round-trips"));
        int done = options.cycles() / options.users() * options.users();
        report.roundTrips(
                (busy.trips - busy.seconds * idle.trips / idle.seconds) / done,
                (busy.checks - busy.seconds * idle.checks / idle.seconds) / done);
    }

    private record Counted(double trips, double checks, double seconds) {}

    private Counted during(Bed bed, Bed.Work work) throws IOException, InterruptedException, SQLException {
        long tripsBefore = trips.get();
        long checksBefore = checks.get();
        double seconds = bed.measure(work).seconds();
        return new Counted(trips.get() - tripsBefore, checks.get() - checksBefore, seconds);
    }

    /** A conversation that may fail: then its connection is over. */
    private interface Talk {
        void run() throws IOException;
    }

    private static void start(Talk talk) {
        var thread = new Thread(() -> {
            try {
                talk.run();
            } catch (IOException gone) {
                // the other side sees it by its own connection
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void accept(ServerSocket listening) throws IOException {
        while (true) {
            var server = listening.accept();
            var postgres = new Socket(InetAddress.getLoopbackAddress(), database);
            server.setTcpNoDelay(true);
            postgres.setTcpNoDelay(true);
            start(() -> {
                try (server;
                        postgres) {
                    server.getInputStream().transferTo(postgres.getOutputStream());
                }
            });
            start(() -> {
                try (server;
                        postgres) {
                    count(postgres, server);
                }
            });
        }
    }

    private void count(Socket postgres, Socket server) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(postgres.getInputStream()));
        var out = new DataOutputStream(new BufferedOutputStream(server.getOutputStream()));
        int type = in.read();
        while (type == NO_ENCRYPTION) { // one byte answers the wish for encryption
            out.writeByte(type);
            out.flush();
            type = in.read();
        }
        boolean begun = false;
        for (; type >= 0; type = in.read()) {
            int length = in.readInt();
            var answer = in.readNBytes(length - Integer.BYTES);
            out.writeByte(type);
            out.writeInt(length);
            out.write(answer);
            trips.addAndGet(type == READY && !begun ? 1 : 0);
            begun = type == DONE && Arrays.equals(answer, BEGIN);
            checks.addAndGet(type == EMPTY ? 1 : 0);
            if (in.available() == 0) {
                out.flush();
            }
        }
    }
}

package fr.hubee.bench;

import fr.hubee.launcher.LineServer;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A relay that accepts and counts every mail, and keeps only its identifier. */
final class MailSink implements Closeable {
    private static final String ID = "message-id:";

    private LineServer server;
    private final AtomicInteger taken = new AtomicInteger();
    private final Set<String> ids = ConcurrentHashMap.newKeySet();

    private MailSink() {}

    static MailSink start(int port) throws IOException {
        var sink = new MailSink();
        sink.server = LineServer.start(port, sink::serve);
        return sink;
    }

    private void serve(Socket client) throws IOException {
        client.setTcpNoDelay(true);
        var lines = LineServer.lines(client);
        var answers = client.getOutputStream();
        LineServer.say(answers, "220 sink");
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var command = line.toUpperCase(Locale.ROOT);
            if (command.equals("DATA")) {
                LineServer.say(answers, "354 go on");
                take(lines);
            } else if (command.equals("QUIT")) {
                LineServer.say(answers, "221 bye");
                return;
            }
            LineServer.say(answers, "250 ok");
        }
    }

    private void take(BufferedReader lines) throws IOException {
        for (var line = lines.readLine(); line != null && !line.equals("."); line = lines.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith(ID)) {
                ids.add(line);
            }
        }
        taken.incrementAndGet();
    }

    int taken() {
        return taken.get();
    }

    int different() {
        return ids.size();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

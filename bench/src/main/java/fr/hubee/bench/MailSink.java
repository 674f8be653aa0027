package fr.hubee.bench;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A relay that takes every mail, counts it, and keeps its identifier only. */
final class MailSink implements Closeable {
    private static final String ID = "message-id:";

    private final ServerSocket door;
    private final AtomicInteger taken = new AtomicInteger();
    private final Set<String> ids = ConcurrentHashMap.newKeySet();

    private MailSink(ServerSocket door) {
        this.door = door;
    }

    static MailSink start(int port) throws IOException {
        var sink = new MailSink(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
        inBackground(sink::listen);
        return sink;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException over) {
                        // one of the two has gone
                    }
                },
                "mail sink");
        thread.setDaemon(true);
        thread.start();
    }

    private void listen() throws IOException {
        while (!door.isClosed()) {
            var client = door.accept();
            inBackground(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        try (client) {
            client.setTcpNoDelay(true);
            var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            var answers = client.getOutputStream();
            say(answers, "220 sink");
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var command = line.toUpperCase(Locale.ROOT);
                if (command.equals("DATA")) {
                    say(answers, "354 go on");
                    take(lines);
                } else if (command.equals("QUIT")) {
                    say(answers, "221 bye");
                    return;
                }
                say(answers, "250 ok");
            }
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

    private static void say(OutputStream to, String line) throws IOException {
        to.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        to.flush();
    }

    int taken() {
        return taken.get();
    }

    int different() {
        return ids.size();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}

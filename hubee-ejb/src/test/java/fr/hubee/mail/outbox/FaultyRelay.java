package fr.hubee.mail.outbox;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A relay that answers one command as a test wants, and the others normally. */
public final class FaultyRelay implements Closeable {
    private final ServerSocket door;
    private final String command;
    private final String answer;

    private FaultyRelay(ServerSocket door, String command, String answer) {
        this.door = door;
        this.command = command;
        this.answer = answer;
    }

    /** @param answer null to break the line */
    public static FaultyRelay answering(String command, String answer) throws IOException {
        var relay = new FaultyRelay(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), command, answer);
        var thread = new Thread(relay::listen, "faulty relay");
        thread.setDaemon(true);
        thread.start();
        return relay;
    }

    public int port() {
        return door.getLocalPort();
    }

    private void listen() {
        try (var client = door.accept()) {
            talk(client);
        } catch (IOException gone) {
            // the test is over
        }
    }

    private void talk(Socket client) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        var out = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8);
        say(out, "220 ready");
        boolean data = false;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (data && !line.equals(".")) {
                continue;
            }
            data = line.equals("DATA");
            if (!line.startsWith(command)) {
                say(out, data ? "354 go on" : "250 ok");
            } else if (answer == null) {
                return;
            } else {
                say(out, answer);
            }
        }
    }

    private static void say(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}

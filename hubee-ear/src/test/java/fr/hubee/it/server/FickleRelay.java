package fr.hubee.it.server;

import static fr.hubee.launcher.LineServer.inBackground;
import static fr.hubee.launcher.LineServer.lines;
import static fr.hubee.launcher.LineServer.say;

import fr.hubee.launcher.LineServer;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** A proxy in front of the mail catcher: forwards everything, and fails when a recipient's address asks for it. */
final class FickleRelay implements Closeable {
    private static final Pattern RECIPIENT = Pattern.compile("RCPT TO:<((refused|later|cut|hung)\\.[^>]*)>.*");

    private final int behind;
    private final Set<String> failedOnce = ConcurrentHashMap.newKeySet();
    private LineServer server;
    private volatile boolean down;

    private FickleRelay(int behind) {
        this.behind = behind;
    }

    static FickleRelay start(int port, int behind) throws IOException {
        var relay = new FickleRelay(behind);
        relay.server = LineServer.start(port, relay::serve);
        return relay;
    }

    private void serve(Socket client) throws IOException {
        if (down) {
            say(client.getOutputStream(), "421 the relay is down");
            if ("XUP".equals(lines(client).readLine())) {
                down = false;
                say(client.getOutputStream(), "250 up");
            }
            return;
        }
        try (var catcher = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            catcher.setTcpNoDelay(true); // each line leaves at once
            inBackground(() -> {
                try (client) {
                    catcher.getInputStream().transferTo(client.getOutputStream());
                }
            });
            passOn(lines(client), client.getOutputStream(), catcher.getOutputStream());
        }
    }

    private void passOn(BufferedReader fromClient, OutputStream toClient, OutputStream toCatcher) throws IOException {
        String fate = "taken";
        for (var line = fromClient.readLine(); line != null; line = fromClient.readLine()) {
            var wanted = RECIPIENT.matcher(line);
            if (wanted.matches() && (wanted.group(2).equals("refused") || failedOnce.add(wanted.group(1)))) {
                switch (wanted.group(2)) {
                    case "refused" -> say(toClient, "550 5.1.1 no such mailbox");
                    case "later" -> say(toClient, "451 4.7.1 come back later");
                    default -> {
                        fate = wanted.group(2);
                        say(toCatcher, line);
                    }
                }
            } else if (line.equals("XDOWN")) {
                down = true;
                say(toClient, "250 down");
            } else if (line.equals("XUP")) {
                say(toClient, "250 up");
            } else if (line.equals(".") && fate.equals("cut")) {
                return;
            } else if (!(line.equals(".") && fate.equals("hung"))) { // then the client waits for an answer
                say(toCatcher, line);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

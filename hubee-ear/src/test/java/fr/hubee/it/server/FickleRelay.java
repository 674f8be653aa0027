package fr.hubee.it.server;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Stands before the mail catcher, passes everything on, and fails where the address of a recipient asks for it. */
final class FickleRelay implements Closeable {
    private static final Pattern RECIPIENT = Pattern.compile("RCPT TO:<((refused|later|cut|hung)\\.[^>]*)>.*");

    private final ServerSocket door;
    private final int behind;
    private final Set<String> failedOnce = ConcurrentHashMap.newKeySet();
    private volatile boolean down;

    private FickleRelay(ServerSocket door, int behind) {
        this.door = door;
        this.behind = behind;
    }

    static FickleRelay start(int port, int behind) throws IOException {
        var relay = new FickleRelay(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()), behind);
        inBackground(relay::listen);
        return relay;
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
                "fickle relay");
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
            if (down) {
                say(client.getOutputStream(), "421 the relay is down");
                if ("XUP".equals(lines(client).readLine())) {
                    down = false;
                    say(client.getOutputStream(), "250 up");
                }
                return;
            }
            try (var catcher = new Socket(InetAddress.getLoopbackAddress(), behind)) {
                inBackground(() -> {
                    try (client) {
                        catcher.getInputStream().transferTo(client.getOutputStream());
                    }
                });
                passOn(lines(client), client.getOutputStream(), catcher.getOutputStream());
            }
        }
    }

    private static BufferedReader lines(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
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
            } else if (!(line.equals(".") && fate.equals("hung"))) { // who sends that one waits for an answer
                say(toCatcher, line);
            }
        }
    }

    private static void say(OutputStream to, String line) throws IOException {
        to.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        to.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}

package fr.hubee.launcher;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server of this machine for a protocol of lines, such as SMTP; each client has a thread of its own. */
public final class LineServer implements Closeable {
    private final ServerSocket door;

    private LineServer(ServerSocket door) {
        this.door = door;
    }

    /** What is said to a client; it ends with an exception when one of the two has gone. */
    public interface Service {
        void serve(Socket client) throws IOException;
    }

    /** Work that ends when the other side has gone. */
    public interface Work {
        void run() throws IOException;
    }

    public static LineServer start(int port, Service service) throws IOException {
        var server = new LineServer(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
        inBackground(() -> server.listen(service));
        return server;
    }

    private void listen(Service service) throws IOException {
        while (!door.isClosed()) {
            var client = door.accept();
            inBackground(() -> {
                try (client) {
                    service.serve(client);
                }
            });
        }
    }

    public static void inBackground(Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException over) {
                        // one of the two has gone
                    }
                },
                "line server");
        thread.setDaemon(true);
        thread.start();
    }

    public static BufferedReader lines(Socket client) throws IOException {
        return new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    public static void say(OutputStream to, String line) throws IOException {
        to.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        to.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}

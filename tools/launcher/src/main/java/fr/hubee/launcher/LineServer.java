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

/** A local server for a line-based protocol, such as SMTP, with one thread for each client. */
public final class LineServer implements Closeable {
    private final ServerSocket door;

    private LineServer(ServerSocket door) {
        this.door = door;
    }

    /** The dialogue with a client; it ends with an exception when one side disconnects. */
    public interface Service {
        void serve(Socket client) throws IOException;
    }

    /** Work that ends when the other side disconnects. */
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
            client.setTcpNoDelay(true); // each line leaves at once
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
                    } catch (IOException failure) {
                        // one side has disconnected
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

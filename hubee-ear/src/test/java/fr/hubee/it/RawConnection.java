package fr.hubee.it;

import fr.hubee.it.world.Partner;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection for any request, also one that no client library sends. */
public final class RawConnection implements Closeable {
    private final Socket socket;

    public RawConnection() throws IOException {
        var address = URI.create(Partner.address());
        socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(60_000);
    }

    public RawConnection say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return this;
    }

    /** Sends the text, unless the server has closed meanwhile. */
    public void trySay(String text) {
        try {
            say(text);
        } catch (IOException gone) {
            // that is the server's right
        }
    }

    /** Whether the server has not answered yet. */
    public boolean isUnanswered() throws IOException {
        return socket.getInputStream().available() == 0;
    }

    /** Ends the request; the answer can still be read. */
    public RawConnection finish() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Breaks off, as a network does: what the server has not read is lost. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Reads until the server closes. */
    public String answer() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Returns the first line of the answer; the connection may stay open. */
    public String statusLine() throws IOException {
        var line = new StringBuilder();
        for (int letter = socket.getInputStream().read(); letter >= 0 && letter != '\r'; ) {
            line.append((char) letter);
            letter = socket.getInputStream().read();
        }
        return line.toString();
    }

    /** Reads so many bytes. */
    public String read(int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

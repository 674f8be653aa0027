package fr.hubee.it.attack;

import fr.hubee.it.server.TlsCaller;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** An HTTP/2 connection that no library offers: frames are written as the test asks for them (RFC 9113). */
public final class RawHttp2 implements Closeable {
    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RESET = 3;
    static final int SETTINGS = 4;
    static final int WINDOW_UPDATE = 8;

    private static final int END_OF_REQUEST = 5;
    private static final int END_OF_HEADERS = 4;
    private static final int CANCEL = 8;
    private static final int MAX_CONCURRENT_STREAMS = 3;
    private static final int INITIAL_WINDOW_SIZE = 4;
    private static final int SHORT = 0x7F;
    private static final int ONE_SETTING = 6;
    private static final int FLAGS = 1;
    private static final int BLOCK = 16_384;

    /** The bytes that a server takes before it allows more (RFC 9113 §6.9.2), on a connection and on each stream. */
    private static final int FIRST_WINDOW = 65_535;

    private final Socket socket;
    private final DataOutputStream out;
    private final Thread reader = new Thread(this::read);
    private final List<Integer> types = new ArrayList<>();
    private final StringBuilder heads = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private int announced;
    private long allowedOnConnection = FIRST_WINDOW;
    private long allowedOnStream = FIRST_WINDOW;
    private int stream = -1;
    private boolean closed;

    /** @param window how many bytes of an answer it takes before it allows more */
    public RawHttp2(int port, int window) throws IOException, GeneralSecurityException {
        socket = new TlsCaller(port).http2();
        out = new DataOutputStream(socket.getOutputStream());
        out.writeBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        var settings = new ByteArrayOutputStream();
        var setting = new DataOutputStream(settings);
        setting.writeShort(INITIAL_WINDOW_SIZE);
        setting.writeInt(window);
        write(SETTINGS, 0, 0, settings.toByteArray());
        reader.setDaemon(true);
        reader.start();
    }

    /** @return whether the server still takes requests */
    boolean get(String path) {
        return tryWrite(HEADERS, END_OF_REQUEST, begin("GET", path).toByteArray());
    }

    /**
     * Sends a form on the only stream of this connection, as fast as the server allows, until an answer begins.
     *
     * @param most the bytes after which the form ends without an answer
     * @return the bytes that were sent
     */
    public long flood(String path, int most) throws InterruptedException {
        var headers = begin("POST", path);
        header(headers, "content-type", "application/x-www-form-urlencoded");
        boolean open = tryWrite(HEADERS, END_OF_HEADERS, headers.toByteArray());
        long sent = 0;
        while (open && sent < most && mayFollow(sent + BLOCK)) {
            open = tryWrite(DATA, 0, "A".repeat(BLOCK).getBytes(StandardCharsets.US_ASCII));
            sent += BLOCK;
        }
        return sent;
    }

    /** Waits until the server allows so many bytes in all. Returns whether it does, and has not answered before. */
    private synchronized boolean mayFollow(long bytes) throws InterruptedException {
        while (Math.min(allowedOnConnection, allowedOnStream) < bytes && !closed && !isAnswered()) {
            wait();
        }
        return !closed && !isAnswered();
    }

    private boolean isAnswered() {
        return types.contains(HEADERS) || types.contains(RESET);
    }

    private ByteArrayOutputStream begin(String method, String path) {
        stream += 2;
        var headers = new ByteArrayOutputStream();
        header(headers, ":method", method);
        header(headers, ":scheme", "https");
        header(headers, ":authority", "localhost");
        header(headers, ":path", path);
        return headers;
    }

    /** Cancels the latest request. */
    boolean reset() {
        return tryWrite(RESET, 0, new byte[] {0, 0, 0, CANCEL});
    }

    private boolean tryWrite(int type, int flags, byte[] content) {
        try {
            write(type, flags, stream, content);
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private void write(int type, int flags, int on, byte[] content) throws IOException {
        var frame = new ByteArrayOutputStream();
        var fields = new DataOutputStream(frame);
        fields.writeByte(content.length >> 16);
        fields.writeShort(content.length);
        fields.writeByte(type);
        fields.writeByte(flags);
        fields.writeInt(on);
        fields.write(content);
        out.write(frame.toByteArray());
    }

    /** Writes a literal header field, without an index (RFC 7541 §6.2.2). */
    private static void header(ByteArrayOutputStream headers, String name, String value) {
        headers.write(0);
        for (var each : List.of(name, value)) {
            if (each.length() >= SHORT) {
                throw new IllegalArgumentException(each);
            }
            headers.write(each.length());
            headers.writeBytes(each.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void read() {
        try {
            var in = new DataInputStream(socket.getInputStream());
            while (true) {
                int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
                int type = in.readUnsignedByte();
                in.skipNBytes(FLAGS);
                int on = in.readInt();
                note(type, on, in.readNBytes(length));
            }
        } catch (IOException failure) {
            synchronized (this) {
                closed = true;
                notifyAll();
            }
        }
    }

    private synchronized void note(int type, int on, byte[] content) {
        types.add(type);
        if (type == SETTINGS) {
            announced = Math.max(announced, announced(content));
        } else if (type == WINDOW_UPDATE) {
            allow(on, ByteBuffer.wrap(content).getInt());
        } else if (type == HEADERS) {
            heads.append(new String(content, StandardCharsets.ISO_8859_1));
        } else if (type == DATA) {
            text.append(new String(content, StandardCharsets.UTF_8));
        }
        notifyAll();
    }

    private void allow(int on, int more) {
        if (on == 0) {
            allowedOnConnection += more;
        } else {
            allowedOnStream += more;
        }
    }

    /** Returns the headers of all answers as they came, a character for a byte. */
    public synchronized String heads() {
        return heads.toString();
    }

    /** Returns what came of the bodies of all answers, as text. */
    public synchronized String text() {
        return text.toString();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized long count(int type) {
        return types.stream().filter(each -> each == type).count();
    }

    /** @return how many concurrent requests the server announces; 0 before it has */
    synchronized int announced() {
        return announced;
    }

    private static int announced(byte[] content) {
        try (var settings = new DataInputStream(new ByteArrayInputStream(content))) {
            for (int left = content.length; left > 0; left -= ONE_SETTING) {
                int name = settings.readUnsignedShort();
                int value = settings.readInt();
                if (name == MAX_CONCURRENT_STREAMS) {
                    return value;
                }
            }
            return 0;
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

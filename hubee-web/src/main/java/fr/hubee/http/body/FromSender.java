package fr.hubee.http.body;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

/** The body of a request: its exceptions give the reason why it cannot be read to its end. */
final class FromSender extends FilterInputStream {

    FromSender(InputStream body) {
        super(body);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return in.read(buffer, offset, length);
        } catch (SocketTimeoutException | RefusedBody refused) {
            throw refused;
        } catch (IOException invalid) {
            throw RefusedBody.incomplete(invalid);
        }
    }
}

package fr.hubee.files.scan;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that sends each byte it reads to the scanner. */
public final class ScannedBytes extends FilterInputStream {
    private final Scan scan;

    public ScannedBytes(InputStream bytes, Scan scan) {
        super(bytes);
        this.scan = scan;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        if (octet >= 0) {
            scan.write(octet);
        }
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            scan.write(buffer, offset, read);
        }
        return read;
    }
}

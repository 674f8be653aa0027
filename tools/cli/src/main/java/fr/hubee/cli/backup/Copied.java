package fr.hubee.cli.backup;

import fr.hubee.kernel.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.HexFormat;

/** Copied bytes: their number, and their SHA-256 in hexadecimal digits. */
record Copied(long size, String sha256) {

    static Copied of(InputStream from, OutputStream to) throws IOException {
        var digest = Sha256.fresh();
        long size = from.transferTo(new DigestOutputStream(to, digest));
        return new Copied(size, HexFormat.of().formatHex(digest.digest()));
    }

    static Copied of(InputStream from) throws IOException {
        return of(from, OutputStream.nullOutputStream());
    }
}

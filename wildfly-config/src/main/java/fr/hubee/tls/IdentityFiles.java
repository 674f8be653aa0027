package fr.hubee.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;

/** The certificate (with those that sign it, its own first) and its key. */
record IdentityFiles(Path certificate, Path key) {

    /** Differs when one of the files has been replaced. */
    record Stamp(FileTime certificateTime, long certificateSize, FileTime keyTime, long keySize) {}

    Stamp stamp() throws IOException {
        return new Stamp(
                Files.getLastModifiedTime(certificate),
                Files.size(certificate),
                Files.getLastModifiedTime(key),
                Files.size(key));
    }

    Identity read() throws IOException, GeneralSecurityException {
        var chain = Pem.certificates(certificate);
        return Identity.of(
                chain, Pem.privateKey(key, chain.get(0).getPublicKey().getAlgorithm()));
    }
}

package fr.hubee.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;

/** The files of the certificate (followed by its chain) and of its key. */
record IdentityFiles(Path certificate, Path key) {

    /** Changes when one of the files is replaced. */
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

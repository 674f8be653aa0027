package fr.hubee.cli.backup;

import fr.hubee.files.encryption.AlteredBytes;
import fr.hubee.files.encryption.DataKey;
import fr.hubee.files.encryption.Decryption;
import fr.hubee.kernel.shared.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Optional;

/** Receives the stored bytes of a file, and compares them, once decrypted, with its row. */
final class FileContent extends OutputStream {
    private final BackedUpFile file;
    private final MessageDigest digest = Sha256.fresh();
    private final OutputStream way;
    private long size;
    private boolean isAltered;

    /** @param key the key that encrypts it, if there is one */
    FileContent(BackedUpFile file, Optional<DataKey> key) {
        this.file = file;
        long length = file.promisedSize();
        this.way = key.<OutputStream>map(with -> new Decryption(with, file.key(), length, 0, length, new Plain()))
                .orElseGet(Plain::new);
    }

    private final class Plain extends OutputStream {
        @Override
        public void write(int octet) {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            digest.update(bytes, offset, length);
            size += length;
        }
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    /** Also accepts bytes after altered ones: the caller hashes all of them. */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (!isAltered) {
            try {
                way.write(bytes, offset, length);
            } catch (AlteredBytes invalid) {
                isAltered = true;
            }
        }
    }

    /** Whether the file matches its row, once all bytes are there. */
    boolean isPromised() {
        var promised = file.promisedSha256();
        return !isAltered
                && size == file.promisedSize()
                && (promised.equals(BackedUpFile.ABSENT) || promised.equals(Sha256.text(digest)));
    }
}

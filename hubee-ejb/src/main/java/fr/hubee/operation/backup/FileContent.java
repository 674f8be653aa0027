package fr.hubee.operation.backup;

import fr.hubee.files.encryption.AlteredBytes;
import fr.hubee.files.encryption.DataKey;
import fr.hubee.files.encryption.Decryption;
import fr.hubee.kernel.shared.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Optional;

/** Takes the stored bytes of a file, and compares what they are, once decrypted, with what its row says. */
final class FileContent extends OutputStream {
    private final BackedUpFile file;
    private final MessageDigest digest = Sha256.fresh();
    private final OutputStream way;
    private long size;
    private boolean isAltered;

    /** @param key what it is encrypted with, if it is */
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

    /** Also what comes after altered bytes is taken: whoever copies them hashes all. */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (!isAltered) {
            try {
                way.write(bytes, offset, length);
            } catch (AlteredBytes altered) {
                isAltered = true;
            }
        }
    }

    /** Once all bytes are there. */
    boolean isPromised() {
        var promised = file.promisedSha256();
        return !isAltered
                && size == file.promisedSize()
                && (promised.equals(BackedUpFile.ABSENT) || promised.equals(Sha256.text(digest)));
    }
}

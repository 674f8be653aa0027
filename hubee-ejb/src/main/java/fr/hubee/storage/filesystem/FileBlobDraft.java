package fr.hubee.storage.filesystem;

import fr.hubee.shared.StoreUnavailable;
import fr.hubee.storage.BlobDraft;
import fr.hubee.storage.BlobKey;
import fr.hubee.storage.Sha256;
import fr.hubee.storage.StoredBlob;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;

/** A file being written; keeping it syncs it to disk, renames it, then syncs the folders that contain it. */
class FileBlobDraft implements BlobDraft {
    private static final int HEAD = 1024;

    private final BlobKey key;
    private final Path draft;
    private final Path kept;
    private final FileChannel file;
    private final MessageDigest sha256 = Sha256.fresh();
    private byte[] head = {};
    private long size;
    private String digest;

    FileBlobDraft(BlobKey key, Path draft, Path kept) throws IOException {
        this.key = key;
        this.draft = draft;
        this.kept = kept;
        try {
            this.file = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileSystemException refused) {
            throw new StoreUnavailable(refused);
        }
    }

    @Override
    public BlobKey key() {
        return key;
    }

    @Override
    public void transferFrom(InputStream bytes, long expected) throws IOException {
        var buffer = new byte[FileBlobStore.BUFFER];
        while (size <= expected) {
            int wanted = (int) Math.min(buffer.length, expected + 1 - size);
            int read = bytes.read(buffer, 0, wanted);
            if (read < 0) {
                break;
            }
            take(buffer, 0, read);
        }
    }

    @Override
    public OutputStream target() {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                take(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] buffer, int offset, int length) throws IOException {
                take(buffer, offset, length);
            }
        };
    }

    private void take(byte[] buffer, int offset, int length) throws IOException {
        if (head.length < HEAD) {
            int more = Math.min(length, HEAD - head.length);
            head = Arrays.copyOf(head, head.length + more);
            System.arraycopy(buffer, offset, head, head.length - more, more);
        }
        sha256.update(buffer, offset, length);
        write(ByteBuffer.wrap(buffer, offset, length));
    }

    private void write(ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                size += file.write(bytes);
            }
        } catch (ClosedChannelException interrupted) { // the server is stopping
            throw interrupted;
        } catch (IOException refused) {
            throw new StoreUnavailable(refused);
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public String sha256() {
        if (digest == null) {
            digest = Sha256.text(sha256);
        }
        return digest;
    }

    @Override
    public byte[] head() {
        return head.clone();
    }

    @Override
    public StoredBlob keep() throws IOException {
        try {
            file.force(true);
            Files.move(draft, kept, StandardCopyOption.ATOMIC_MOVE);
            force(kept.getParent());
        } catch (ClosedChannelException interrupted) {
            throw interrupted;
        } catch (IOException refused) {
            throw new StoreUnavailable(refused);
        }
        return new StoredBlob(key, size, sha256());
    }

    @Override
    public void close() throws IOException {
        file.close();
        Files.deleteIfExists(draft);
    }

    static void force(Path folder) throws IOException {
        try (var opened = FileChannel.open(folder, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }
}

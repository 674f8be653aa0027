package fr.hubee.files.store;

import fr.hubee.files.encryption.DataKey;
import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.StreamedDraft;
import fr.hubee.kernel.shared.StoreUnavailable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A file being written; keeping it syncs it to disk, renames it, then syncs the folders that contain it. */
class FileBlobDraft extends StreamedDraft {
    private final Path draft;
    private final Path kept;
    private final FileChannel file;

    FileBlobDraft(BlobKey key, Optional<DataKey> dataKey, Path draft, Path kept) throws IOException {
        super(key, dataKey);
        this.draft = draft;
        this.kept = kept;
        try {
            this.file = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileSystemException refused) {
            throw new StoreUnavailable(refused);
        }
    }

    @Override
    protected void write(byte[] bytes, int offset, int length) throws IOException {
        var left = ByteBuffer.wrap(bytes, offset, length);
        try {
            while (left.hasRemaining()) {
                file.write(left);
            }
        } catch (ClosedChannelException interrupted) { // the server is stopping
            throw interrupted;
        } catch (IOException refused) {
            throw new StoreUnavailable(refused);
        }
    }

    @Override
    protected void makeDurable() throws IOException {
        try {
            file.force(true);
            Files.move(draft, kept, StandardCopyOption.ATOMIC_MOVE);
            force(kept.getParent());
        } catch (ClosedChannelException interrupted) {
            throw interrupted;
        } catch (IOException refused) {
            throw new StoreUnavailable(refused);
        }
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

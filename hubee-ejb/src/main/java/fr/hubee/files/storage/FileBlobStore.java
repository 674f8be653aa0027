package fr.hubee.files.storage;

import fr.hubee.files.encryption.DataKey;
import fr.hubee.kernel.database.StoreUnavailable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * One file per blob, in 256 folders named after the random end of the key. Drafts are written to the same file system,
 * so that the rename is atomic.
 */
public class FileBlobStore implements BlobStore {
    private static final String BACKEND = BlobPlace.Folder.BACKEND;
    static final int BUFFER = 64 * 1024;
    private static final String DRAFTS = "drafts";
    private static final int SHARDS = 256;

    private final Path root;

    /** Creates all folders, so that none must be synced together with a file. */
    public FileBlobStore(Path root) {
        this.root = root;
        try {
            Files.createDirectories(root.resolve(DRAFTS));
            for (int shard = 0; shard < SHARDS; shard++) {
                Files.createDirectories(shard(shard));
            }
            FileBlobDraft.force(root);
        } catch (IOException failure) {
            throw new UncheckedIOException("The folder of HUBEE_BLOBS cannot be written: " + root, failure);
        }
    }

    @Override
    public BlobDraft draft(Optional<DataKey> dataKey) throws IOException {
        var key = BlobKey.fresh(BACKEND, dataKey);
        return new FileBlobDraft(key, dataKey, draft(key), file(key));
    }

    private Path draft(BlobKey key) {
        return root.resolve(DRAFTS).resolve(key.value());
    }

    private Path shard(int number) {
        return root.resolve(String.format("%02x", number));
    }

    @Override
    public OptionalLong room() throws IOException {
        return OptionalLong.of(Files.getFileStore(root).getUsableSpace());
    }

    @Override
    public String stamp(BlobKey key) throws IOException {
        return Files.readAttributes(file(key), "unix:ino,size,lastModifiedTime,ctime")
                .toString();
    }

    @Override
    public void copy(StoredBlob blob, long from, long length, OutputStream target) throws IOException {
        var key = blob.key();
        try (var file = FileChannel.open(file(key))) {
            file.position(from);
            var buffer = ByteBuffer.allocate(BUFFER);
            long left = length;
            while (left > 0) {
                buffer.clear().limit((int) Math.min(BUFFER, left));
                int read = file.read(buffer);
                if (read < 0) {
                    throw new IOException("Blob " + key.value() + " is shorter than it was");
                }
                target.write(buffer.array(), 0, read);
                left -= read;
            }
        }
    }

    @Override
    public void delete(BlobKey key) throws IOException {
        Files.deleteIfExists(file(key));
    }

    /** The draft first: if it is kept meanwhile, it is found at its final place. */
    @Override
    public void discard(BlobKey key) throws IOException {
        Files.deleteIfExists(draft(key));
        delete(key);
    }

    @Override
    public void sweepDrafts(Instant before) throws IOException {
        eachFileBefore(root.resolve(DRAFTS), before, Files::deleteIfExists);
    }

    @Override
    public void eachKeyBefore(Instant date, Consumer<BlobKey> visitor) throws IOException {
        for (int shard = 0; shard < SHARDS; shard++) {
            eachFileBefore(shard(shard), date, file -> {
                var name = file.getFileName().toString();
                if (BlobKey.isOne(name)) { // other files are not ours
                    visitor.accept(new BlobKey(name));
                }
            });
        }
    }

    private Path file(BlobKey key) {
        var name = key.value();
        return root.resolve(name.substring(name.length() - 2)).resolve(name);
    }

    private interface Visit {
        void of(Path file) throws IOException;
    }

    /** An error on one file does not stop the others, and is thrown at the end. */
    private static void eachFileBefore(Path folder, Instant date, Visit visit) throws IOException {
        IOException failure = null;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, BACKEND + "-*")) {
            for (var file : files) {
                try {
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(date)) {
                        visit.of(file);
                    }
                } catch (NoSuchFileException gone) {
                    // deleted concurrently: nothing to do
                } catch (IOException refused) {
                    failure = refused;
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** A file being written; keeping it syncs it to disk, renames it, then syncs the folders that contain it. */
    private static class FileBlobDraft extends BlobDraft {
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
            } catch (ClosedChannelException failure) { // the server is stopping
                throw failure;
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
            } catch (ClosedChannelException failure) {
                throw failure;
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
}

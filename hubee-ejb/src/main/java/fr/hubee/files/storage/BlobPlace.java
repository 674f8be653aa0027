package fr.hubee.files.storage;

import java.nio.file.Path;

/** A place of blobs. */
public sealed interface BlobPlace {
    String S3 = "s3://";

    /** Returns the prefix of the keys of its blobs. */
    String backend();

    /** A folder of this server, or one that several servers share. */
    record Folder(Path path) implements BlobPlace {
        public static final String BACKEND = "fs";

        @Override
        public String backend() {
            return BACKEND;
        }
    }

    /** @param prefix of the names of objects: empty, or with a slash at its end */
    record Bucket(String name, String prefix) implements BlobPlace {
        public static final String BACKEND = "s3";

        @Override
        public String backend() {
            return BACKEND;
        }

        private static Bucket of(String address) {
            int slash = address.indexOf('/');
            var name = slash < 0 ? address : address.substring(0, slash);
            var prefix = slash < 0 ? "" : address.substring(slash + 1).replaceFirst("/*$", "/");
            if (name.isEmpty()) {
                throw new IllegalArgumentException("a bucket without a name");
            }
            return new Bucket(name, prefix.equals("/") ? "" : prefix);
        }
    }

    /** @param text a folder, or {@code s3://bucket/prefix} */
    static BlobPlace of(String text) {
        return text.startsWith(S3) ? Bucket.of(text.substring(S3.length())) : new Folder(Path.of(text));
    }
}

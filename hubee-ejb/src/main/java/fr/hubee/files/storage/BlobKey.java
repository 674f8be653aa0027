package fr.hubee.files.storage;

import fr.hubee.files.encryption.DataKey;
import fr.hubee.kernel.shared.UuidV7;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The opaque key of stored bytes: its prefix identifies the storage backend, the rest has no meaning but the name of the
 * data key at its end, where the bytes are encrypted. It never contains user input.
 */
public record BlobKey(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+-[0-9a-f]{32}(-[0-9a-f]{24})?");

    public BlobKey {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not a blob key");
        }
    }

    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    public String backend() {
        return value.substring(0, value.indexOf('-'));
    }

    /** Returns the name of the data key that encrypts the bytes; empty when they are not encrypted. */
    public Optional<String> dataKey() {
        int end = value.lastIndexOf('-');
        return end == value.indexOf('-') ? Optional.empty() : Optional.of(value.substring(end + 1));
    }

    public static BlobKey fresh(String backend) {
        return fresh(backend, Optional.empty());
    }

    public static BlobKey fresh(String backend, Optional<DataKey> key) {
        var name = backend + "-" + UuidV7.next().toString().replace("-", "");
        return new BlobKey(key.map(with -> name + "-" + with.id()).orElse(name));
    }
}

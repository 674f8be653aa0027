package fr.hubee.storage;

import fr.hubee.shared.UuidV7;
import java.util.regex.Pattern;

/**
 * The opaque key of stored bytes: its prefix identifies the storage backend, the rest has no meaning. It never contains
 * user input.
 */
public record BlobKey(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+-[0-9a-f]{32}");

    public BlobKey {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not a blob key");
        }
    }

    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** Where its bytes are. */
    public String backend() {
        return value.substring(0, value.indexOf('-'));
    }

    public static BlobKey fresh(String backend) {
        return new BlobKey(backend + "-" + UuidV7.next().toString().replace("-", ""));
    }
}

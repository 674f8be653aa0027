package fr.hubee.files.storage;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingValues;
import java.util.Optional;

/**
 * @param blobs where new bytes go
 * @param former where other bytes are still read, until the job {@code store-moving} has moved them
 */
public record StorageSettings(BlobPlace blobs, Optional<BlobPlace> former, S3Settings s3) {

    public StorageSettings {
        if (former.isPresent() && former.get().getClass() == blobs.getClass()) {
            throw new IllegalStateException("HUBEE_BLOBS and HUBEE_BLOBS_FORMER must be a folder and a bucket");
        }
        if (blobs instanceof BlobPlace.Bucket || former.isPresent()) {
            s3.requireComplete();
        }
    }

    public StorageSettings(SettingSource source) {
        this(
                source.read("HUBEE_BLOBS", "/var/lib/hubee/blobs", BlobPlace::of),
                source.read(
                        "HUBEE_BLOBS_FORMER",
                        "",
                        text -> SettingValues.optional(text).map(BlobPlace::of)),
                new S3Settings(source));
    }
}

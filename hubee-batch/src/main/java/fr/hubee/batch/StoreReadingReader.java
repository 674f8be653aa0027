package fr.hubee.batch;

import fr.hubee.lifetime.store.ReadableFile;
import fr.hubee.lifetime.store.StoreReadingSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The next files of the round, as many as one run may read. */
@Named
@Dependent
public class StoreReadingReader extends DueReader {
    @Inject
    StoreReadingSettings settings;

    private long bytes;

    @Override
    public Serializable readItem() {
        var file = bytes < settings.bytesPerHour() ? (ReadableFile) super.readItem() : null;
        bytes += file == null ? 0 : file.size();
        return file;
    }
}

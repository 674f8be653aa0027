package fr.hubee.batch;

import fr.hubee.lifetime.store.ReadableFile;
import fr.hubee.lifetime.store.StoreReadingService;
import fr.hubee.lifetime.store.StoreReadingSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The next files of the round, as many as one run may read. */
@Named
@Dependent
public class StoreReadingReader extends KeyReader<ReadableFile> {
    @Inject
    StoreReadingService readings;

    @Inject
    StoreReadingSettings settings;

    private long bytes;

    @Override
    public ReadableFile readItem() {
        if (bytes >= settings.bytesPerHour()) {
            return null;
        }
        var file = super.readItem();
        bytes += file == null ? 0 : file.size();
        return file;
    }

    @Override
    protected List<ReadableFile> next(ReadableFile after, int maxResult) {
        return readings.next(after == null ? null : after.id(), maxResult);
    }
}

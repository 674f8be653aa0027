package fr.hubee.batch.step;

import fr.hubee.retention.ReadableFile;
import fr.hubee.retention.StoreReadingService;
import fr.hubee.shared.Settings;
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
    Settings settings;

    private long bytes;

    @Override
    public ReadableFile readItem() {
        if (bytes >= settings.retention().readAtOnce()) {
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

package fr.hubee.batch;

import fr.hubee.journal.job.FailedItem;
import fr.hubee.journal.job.JobProgress;
import fr.hubee.lifetime.store.ReadableFile;
import fr.hubee.lifetime.store.StoreReadingService;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Reads the files; damaged ones are recorded among the failed items. */
@Named
@Dependent
public class StoreReadingWriter extends AbstractItemWriter {
    @Inject
    RunContext context;

    @Inject
    JobProgress progress;

    @Inject
    StoreReadingService readings;

    @Override
    public void writeItems(List<Object> items) {
        var files = items.stream().map(ReadableFile.class::cast).toList();
        var damaged = readings.read(files);
        progress.done(context.run(), files.size() - damaged.size());
        for (var each : damaged) {
            progress.failed(
                    context.run(),
                    new FailedItem(each.attachment().toString(), each.damage().label()));
        }
    }
}

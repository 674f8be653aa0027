package fr.hubee.batch;

import fr.hubee.kernel.trace.WorkSpan;
import jakarta.batch.api.chunk.listener.ItemWriteListener;
import jakarta.batch.api.listener.AbstractStepListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Listener of every step: its trace has the step and its chunks, not the items, of which there may be many. */
@Named
@Dependent
public class StepTrace extends AbstractStepListener implements ItemWriteListener {
    @Inject
    StepContext step;

    private WorkSpan running;
    private WorkSpan chunk;

    @Override
    public void beforeStep() {
        running = WorkSpan.part("step " + step.getStepName());
    }

    @Override
    public void afterStep() {
        if (step.getBatchStatus() == BatchStatus.FAILED || ServiceCall.FAILED.equals(step.getExitStatus())) {
            running.failed();
        }
        running.close();
    }

    @Override
    public void beforeWrite(List<Object> items) {
        chunk = WorkSpan.part("chunk").with("hubee.items", items.size());
    }

    @Override
    public void afterWrite(List<Object> items) {
        chunk.close();
    }

    @Override
    public void onWriteError(List<Object> items, Exception failure) {
        chunk.failed();
        chunk.close();
    }
}

package fr.hubee.batch;

import fr.hubee.journal.job.RunState;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.StepExecution;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The end of an execution of the engine.
 *
 * @param note reason of a failure; null for none
 */
record Ending(RunState state, String note) {

    /** @return empty while it runs */
    static Optional<Ending> of(JobExecution execution) {
        return switch (execution.getBatchStatus()) {
            case STARTING, STARTED, STOPPING -> Optional.empty();
            case COMPLETED -> Optional.of(new Ending(RunState.COMPLETED, null));
            case STOPPED -> Optional.of(new Ending(RunState.STOPPED, null));
            case FAILED, ABANDONED -> Optional.of(new Ending(RunState.FAILED, failedSteps(execution.getExecutionId())));
        };
    }

    static String failedSteps(long execution) {
        var steps = BatchRuntime.getJobOperator().getStepExecutions(execution).stream()
                .filter(step -> step.getBatchStatus() == BatchStatus.FAILED)
                .map(StepExecution::getStepName)
                .collect(Collectors.joining(", "));
        return steps.isEmpty() ? "Voir le journal du serveur." : "Étape : " + steps + ". Voir le journal du serveur.";
    }
}

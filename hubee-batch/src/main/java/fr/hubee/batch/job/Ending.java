package fr.hubee.batch.job;

import fr.hubee.journal.job.RunState;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.StepExecution;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How an execution of the engine ended.
 *
 * @param note why it failed; null when it did not
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

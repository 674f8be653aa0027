package fr.hubee.clients.bench;

import fr.hubee.kernel.security.PartnerInfo;
import fr.hubee.kernel.shared.Labelled;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One scenario that a client runs, with its steps so far.
 *
 * @param batch what was started together
 * @param software what its calls said of it
 * @param endedAt null before its end
 */
public record BenchRun(
        UUID id,
        UUID batch,
        String clientId,
        String scenario,
        PartnerInfo software,
        State state,
        Instant beganAt,
        Instant endedAt,
        List<BenchStep> steps) {

    public enum State implements Labelled {
        WAITING,
        RUNNING,
        PASSED,
        FAILED
    }

    public enum StepState implements Labelled {
        WAITING,
        DONE,
        FAILED
    }

    /** @param problem null unless it failed */
    public record BenchStep(BenchText text, StepState state, Instant at, BenchText problem) {}

    public boolean isOver() {
        return state == State.PASSED || state == State.FAILED;
    }

    BenchRun with(List<BenchStep> found) {
        return new BenchRun(id, batch, clientId, scenario, software, state, beganAt, endedAt, found);
    }
}

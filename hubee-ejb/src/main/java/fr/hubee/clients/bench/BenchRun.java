package fr.hubee.clients.bench;

import fr.hubee.kernel.security.PartnerInfo;
import fr.hubee.kernel.shared.Labelled;
import java.time.Duration;
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

    /** Time for all nodes to notice that the client runs a scenario: calls of before do not count. */
    static final Duration NOTICE = Duration.ofMillis(1300);

    private static final Duration MARGIN = Duration.ofMillis(500);

    /** Returns the state as the software is told it: it is running once all nodes watch its calls. */
    public State state(Instant now) {
        boolean unwatched =
                state == State.RUNNING && now.isBefore(beganAt.plus(NOTICE).plus(MARGIN));
        return unwatched ? State.WAITING : state;
    }

    public boolean isOver() {
        return state == State.PASSED || state == State.FAILED;
    }

    BenchRun with(List<BenchStep> found) {
        return new BenchRun(id, batch, clientId, scenario, software, state, beganAt, endedAt, found);
    }
}

package fr.hubee.api.clients;

import fr.hubee.clients.bench.BenchRun;
import fr.hubee.clients.bench.BenchRun.BenchStep;
import fr.hubee.clients.bench.BenchRun.State;
import fr.hubee.clients.bench.BenchRun.StepState;
import fr.hubee.clients.bench.Scenario;
import fr.hubee.clients.client.Scope;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Scenarios that were started together: {@code RUNNING} until the last one is over, {@code FAILED} when one of them is. */
public record BenchRunsJson(UUID id, State state, List<RunJson> scenarios) {

    static BenchRunsJson from(UUID id, List<BenchRun> runs, Instant now) {
        boolean over = runs.stream().allMatch(BenchRun::isOver);
        boolean passed = runs.stream().allMatch(run -> run.state() == State.PASSED);
        return new BenchRunsJson(
                id,
                !over ? State.RUNNING : passed ? State.PASSED : State.FAILED,
                runs.stream().map(run -> RunJson.from(run, now)).toList());
    }

    /** One scenario. */
    public record RunJson(String name, State state, List<StepJson> steps) {
        static RunJson from(BenchRun run, Instant now) {
            return new RunJson(
                    run.scenario(),
                    run.state(now),
                    run.steps().stream().map(StepJson::from).toList());
        }
    }

    /** One step of a scenario. */
    public record StepJson(String text, StepState state, Instant at, String problem) {
        static StepJson from(BenchStep step) {
            return new StepJson(
                    step.text().en(),
                    step.state(),
                    step.at(),
                    step.problem() == null ? null : step.problem().en());
        }
    }

    /** The scenarios to start: these, or all of a profile that the software can run. */
    public record WantedRunsJson(@Size(max = 100) List<@NotNull String> scenarios, String profile) {
        List<String> names() {
            return scenarios == null ? List.of() : scenarios;
        }
    }

    /** A scenario that the software can run. */
    public record ScenarioJson(String name, Scope role, Set<String> profiles, String title, String purpose) {
        static ScenarioJson from(Scenario scenario) {
            return new ScenarioJson(
                    scenario.name(),
                    scenario.role(),
                    scenario.profiles(),
                    scenario.title().en(),
                    scenario.purpose().en());
        }
    }
}

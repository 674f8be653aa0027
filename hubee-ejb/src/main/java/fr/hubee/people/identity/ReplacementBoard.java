package fr.hubee.people.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The replacements on the page of an account.
 *
 * @param lines current and future replacements, in the order of their days
 * @param candidates the people who may replace the person, by name; empty where the caller may not choose
 * @param manages whether the person handles télédossiers; else she only reads them
 * @param processCodes the démarches that a deputy would see; empty where there is nothing to take over
 */
public record ReplacementBoard(
        List<ReplacementLine> lines, List<Candidate> candidates, boolean manages, Set<String> processCodes) {
    public ReplacementBoard {
        lines = List.copyOf(lines);
        candidates = List.copyOf(candidates);
        processCodes = Set.copyOf(processCodes);
    }

    public record Candidate(UUID id, String name) {}

    /**
     * A replacement that is not over.
     *
     * @param absent and {@code deputy} are their names
     * @param lastDay included
     */
    public record ReplacementLine(
            UUID id,
            UUID absentId,
            String absent,
            UUID deputyId,
            String deputy,
            LocalDate firstDay,
            LocalDate lastDay,
            State state) {

        public enum State {
            COMING,
            RUNNING,
            /** One of the two accounts is closed, has moved, or the absent person has no rights to lend. */
            WITHOUT_EFFECT
        }

        public boolean isRunning() {
            return state == State.RUNNING;
        }
    }
}

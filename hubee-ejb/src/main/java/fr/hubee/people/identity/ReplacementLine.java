package fr.hubee.people.identity;

import java.time.LocalDate;
import java.util.UUID;

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

    /** Whether the deputy has the rights today. */
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

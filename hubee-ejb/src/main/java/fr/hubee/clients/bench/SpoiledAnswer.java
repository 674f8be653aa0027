package fr.hubee.clients.bench;

/**
 * A disturbance of the next calls of a software.
 *
 * @param act which calls; null for all
 * @param retryAfter seconds; 0 for none
 */
public record SpoiledAnswer(Scenario.Fault kind, SoftwareAct act, int status, String message, int retryAfter) {

    /** Whether the connection is cut, instead of an answer. */
    public boolean isCut() {
        return kind == Scenario.Fault.CUT;
    }

    boolean isFor(String method, String path) {
        return act == null ? !SoftwareAct.TOKEN.is(method, path) : act.is(method, path);
    }
}

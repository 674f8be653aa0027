package fr.hubee.desk.watch;

import fr.hubee.kernel.shared.InvalidRequest;

/**
 * The delays in working days after which people are alerted of an unopened télédossier of a démarche, and its legal time limit.
 *
 * @param first for the alert of its service
 * @param second for the alerts of its administrators and of the operator
 * @param legal how many days after its arrival it must be handled by law, all days counted; null where no law says so
 */
public record WatchDelay(int first, int second, Integer legal) {
    static final int USUAL_FIRST = 3;
    static final int USUAL_SECOND = 9;

    /** Delays if the operator has set none. */
    public static final WatchDelay USUAL = new WatchDelay(USUAL_FIRST, USUAL_SECOND, null);

    private static final int LARGEST_FIRST = 60;
    private static final int LARGEST_SECOND = 90;
    private static final int LARGEST_LEGAL = 365;

    public WatchDelay {
        if (first < 1 || first > LARGEST_FIRST) {
            throw new InvalidRequest("Le premier délai va de 1 à " + LARGEST_FIRST + " jours ouvrés.");
        }
        if (second <= first || second > LARGEST_SECOND) {
            throw new InvalidRequest(
                    "Le second délai est plus long que le premier : " + LARGEST_SECOND + " jours ouvrés au plus.");
        }
        if (legal != null && (legal < 1 || legal > LARGEST_LEGAL)) {
            throw new InvalidRequest("Le délai légal va de 1 à " + LARGEST_LEGAL + " jours.");
        }
    }

    /** The delays of a démarche. */
    public record ProcessDelay(String processCode, String processName, WatchDelay delay) {}
}

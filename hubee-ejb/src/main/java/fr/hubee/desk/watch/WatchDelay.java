package fr.hubee.desk.watch;

import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.Words;

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
            throw new InvalidRequest(Words.text("desk.delay.first", LARGEST_FIRST));
        }
        if (second <= first || second > LARGEST_SECOND) {
            throw new InvalidRequest(Words.text("desk.delay.second", LARGEST_SECOND));
        }
        if (legal != null && (legal < 1 || legal > LARGEST_LEGAL)) {
            throw new InvalidRequest(Words.text("desk.delay.legal", LARGEST_LEGAL));
        }
    }

    public record ProcessDelay(String processCode, String processName, WatchDelay delay) {}
}

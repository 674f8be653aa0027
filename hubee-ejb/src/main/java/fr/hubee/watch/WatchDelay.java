package fr.hubee.watch;

import fr.hubee.shared.InvalidRequest;

/**
 * After how many working days somebody is told of a télédossier of a démarche that nobody opened.
 *
 * @param first then its service is told
 * @param second then its administrators, and the operator
 */
public record WatchDelay(int first, int second) {
    static final int USUAL_FIRST = 3;
    static final int USUAL_SECOND = 9;

    /** Where the operator has set nothing. */
    public static final WatchDelay USUAL = new WatchDelay(USUAL_FIRST, USUAL_SECOND);

    private static final int LARGEST_FIRST = 60;
    private static final int LARGEST_SECOND = 90;

    public WatchDelay {
        if (first < 1 || first > LARGEST_FIRST) {
            throw new InvalidRequest("Le premier délai va de 1 à " + LARGEST_FIRST + " jours ouvrés.");
        }
        if (second <= first || second > LARGEST_SECOND) {
            throw new InvalidRequest(
                    "Le second délai est plus long que le premier : " + LARGEST_SECOND + " jours ouvrés au plus.");
        }
    }
}

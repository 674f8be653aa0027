package fr.hubee.people.session;

import fr.hubee.kernel.shared.Network;
import java.util.List;

/**
 * An origin of sign-in attempts, for counting failures.
 *
 * @param most failures allowed within an hour: a whole town hall may use one address
 */
record Place(String text, int most) {
    static final int MOST_OF_AN_ADDRESS = 30;
    static final int MOST_OF_A_NETWORK = 200;
    private static final int LONGEST = 45;

    /** The address, and its network; in the order in which they are counted. */
    static List<Place> around(String address) {
        var text = address == null || address.length() > LONGEST ? "unknown" : address;
        return List.of(new Place(text, MOST_OF_AN_ADDRESS), new Place(Network.around(text), MOST_OF_A_NETWORK));
    }
}

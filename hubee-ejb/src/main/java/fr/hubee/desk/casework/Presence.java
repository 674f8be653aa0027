package fr.hubee.desk.casework;

import java.util.List;
import java.util.UUID;

/**
 * The people who look at a case, or handle it, for a page that is open.
 *
 * @param others the names of those who look at the case too
 * @param handler the account that has taken it; null for none
 */
public record Presence(List<String> others, UUID handler) {
    public Presence {
        others = List.copyOf(others);
    }
}

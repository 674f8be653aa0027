package fr.hubee.desk.caselist;

import fr.hubee.kernel.shared.Words;
import java.util.Set;

/**
 * The choices of a person on how her list of télédossiers looks and begins.
 *
 * @param hidden the columns that she does without
 * @param compact whether its lines are close to each other
 * @param query of the address with the démarches, the order and the number of lines of the last time; null for the usual ones
 */
public record ListSettings(Set<CaseColumn> hidden, boolean compact, String query) {
    public static final ListSettings USUAL = new ListSettings(Set.of(), false, null);

    public ListSettings {
        hidden = Set.copyOf(hidden);
    }

    /** The optional columns of the list of télédossiers, after number and status. */
    public enum CaseColumn {
        PROCESS,
        PERSON,
        RECIPIENT,
        TRANSMITTED,
        UPDATED;

        public String label() {
            return Words.label(this);
        }
    }
}

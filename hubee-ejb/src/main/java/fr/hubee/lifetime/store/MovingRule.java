package fr.hubee.lifetime.store;

import java.util.Optional;

/**
 * The rule that selects the files to copy.
 *
 * @param former prefix of the keys of files in the former place; empty when there is none
 * @param encrypting whether those that are not encrypted are copied too
 */
record MovingRule(Optional<String> former, boolean encrypting) {
    /** Condition for files that are not encrypted, as in their index. */
    private static final String AS_IT_IS = "length(split_part(a.blob_key, '-', 3)) <> 24";

    boolean isAny() {
        return former.isPresent() || encrypting;
    }

    /** Returns the SQL condition on an attachment; the backend is a known one. */
    String sql() {
        var moved = former.map(backend -> "split_part(a.blob_key, '-', 1) = '" + backend + "'");
        if (!encrypting) {
            return moved.orElse("false");
        }
        return moved.map(sql -> "(" + sql + " or " + AS_IT_IS + ")").orElse(AS_IT_IS);
    }
}

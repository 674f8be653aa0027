package fr.hubee.chaos;

import java.util.Locale;
import java.util.Set;

/** The lines of a node, each of which can fail alone. */
enum Line {
    /** From the node to both databases. */
    DATABASE,
    /** From the node to the store in S3. */
    STORE,
    /** From the node to the antivirus. */
    SCANNER,
    /** From the proxy to the node. */
    PROXY;

    Set<Need> needs() {
        return switch (this) {
            case STORE -> Set.of(Need.STORE);
            case SCANNER -> Set.of(Need.SCANNER);
            default -> Set.of();
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

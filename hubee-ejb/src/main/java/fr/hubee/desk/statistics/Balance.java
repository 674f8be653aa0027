package fr.hubee.desk.statistics;

/**
 * How many télédossiers may still be open, as far as published numbers say: those that were received less those that are finished, up to
 * some month. A hidden number counts as what helps a reader least to narrow another one: four were received, none is finished. As long as
 * {@link Disclosure#HIDDEN} may be open, each hidden number of the démarche may be any from zero to four, of this month and of those before.
 */
final class Balance {
    private long open;

    /** @param open as published until now */
    Balance(long open) {
        this.open = open;
    }

    /** @param published null if it is hidden */
    void receive(Long published) {
        open += published == null ? Disclosure.HIDDEN : published;
    }

    /** Returns whether it may be published; it then is. */
    boolean take(long number) {
        if (open - number < Disclosure.HIDDEN) {
            return false;
        }
        open -= number;
        return true;
    }
}

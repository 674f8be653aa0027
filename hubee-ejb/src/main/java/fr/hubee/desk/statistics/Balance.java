package fr.hubee.desk.statistics;

/**
 * The number of télédossiers that may still be open, according to published numbers: received minus finished, up to some month. A hidden
 * number counts as the value that reveals least: four received, none finished. As long as {@link Disclosure#HIDDEN} may be open, each
 * hidden number of the démarche, of this month or an earlier one, may be any from zero to four.
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

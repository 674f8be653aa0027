package fr.hubee.kernel.shared;

/** A closed list whose values people read: the text of each is in the bundle of its room, see {@link Words#label}. */
public interface Labelled {

    /** Returns the text on screen; in the API, too, where the contract is in French. */
    default String label() {
        return Words.label((Enum<?>) this);
    }
}

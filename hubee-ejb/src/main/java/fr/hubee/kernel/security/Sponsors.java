package fr.hubee.kernel.security;

/**
 * The people behind the national administrator's software, for the journal.
 *
 * @param maker who created its credentials; null when they come from the startup file
 * @param asker and {@code granter} of its right to read the bytes of télédossiers; null without one
 */
public record Sponsors(String maker, String asker, String granter) {

    public boolean haveGranted() {
        return granter != null;
    }
}

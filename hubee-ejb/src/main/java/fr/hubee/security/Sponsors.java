package fr.hubee.security;

/**
 * Which people stand behind the national administrator's software, for the journal.
 *
 * @param maker of its credentials; null when they are of the start-up file
 * @param asker and {@code granter} of its right to the bytes of télédossiers; null while it has none
 */
public record Sponsors(String maker, String asker, String granter) {

    public boolean haveGranted() {
        return granter != null;
    }
}

package fr.hubee.desk.caselist;

import fr.hubee.kernel.shared.FileName;
import fr.hubee.kernel.shared.Words;

/**
 * The place where a search found a case that has not all its words in its number and its name.
 *
 * @param text the message, the comment or the name of the file
 */
public record FoundPlace(TextKind kind, String text) {
    public FoundPlace {
        text = kind == TextKind.FILE ? FileName.harmless(text) : text;
    }

    /** The kinds of text, in the order in which they are looked through. */
    public enum TextKind {
        MESSAGE,
        FILE,
        COMMENT;

        public String label() {
            return Words.label(this);
        }
    }
}

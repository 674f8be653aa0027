package fr.hubee.portal.frame;

import fr.hubee.kernel.shared.SeenText;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Replaces each misleading character of a page with a visible one. */
final class SeenWriter extends FilterWriter {

    SeenWriter(Writer target) {
        super(target);
    }

    @Override
    public void write(int letter) throws IOException {
        out.write(SeenText.deceives(letter) ? SeenText.NOTICED : letter);
    }

    @Override
    public void write(char[] letters, int from, int length) throws IOException {
        int passed = from;
        for (int at = from; at < from + length; at++) {
            if (SeenText.deceives(letters[at])) {
                out.write(letters, passed, at - passed);
                out.write(SeenText.NOTICED);
                passed = at + 1;
            }
        }
        out.write(letters, passed, from + length - passed);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        out.write(SeenText.of(text.substring(from, from + length)));
    }
}

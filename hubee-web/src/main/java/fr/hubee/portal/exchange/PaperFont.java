package fr.hubee.portal.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The font of all papers, which comes with PDFBox (Liberation Sans, SIL OFL 1.1); the used characters are embedded. */
public final class PaperFont {
    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final PDFont font;

    PaperFont(PDDocument document) throws IOException {
        try (var file = PDDocument.class.getResourceAsStream(FILE)) {
            font = PDType0Font.load(document, file, true);
        }
    }

    PDFont font() {
        return font;
    }

    public float width(String text, float size) {
        try {
            return font.getStringWidth(printable(text)) / 1000 * size;
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
    }

    /** Returns the printable text: a missing character becomes a question mark; one that changes the direction of writing is left out. */
    String printable(String text) {
        var printable = new StringBuilder();
        text.codePoints()
                .filter(point -> Character.getType(point) != Character.FORMAT)
                .forEach(point -> {
                    var letter = Character.toString(point);
                    printable.append(isKnown(letter) ? letter : "?");
                });
        return printable.toString();
    }

    private boolean isKnown(String letter) {
        try {
            font.encode(letter);
            return true;
        } catch (IllegalArgumentException | IOException gone) {
            return false;
        }
    }

    /** Returns lines of at most that width: cut between words, or anywhere in a word that is too long. */
    public List<String> wrapped(String text, float width, float size) {
        var lines = new ArrayList<String>();
        for (var written : text.split("\\R", -1)) {
            wrap(written, width, size, lines);
        }
        return lines;
    }

    private void wrap(String text, float width, float size, List<String> lines) {
        var line = new StringBuilder();
        for (var word : text.split("[ \\t]", -1)) {
            if (line.length() > 0 && width(line + " " + word, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
            while (width(line.toString(), size) > width) {
                int end = line.length() - 1;
                while (width(line.substring(0, end), size) > width) {
                    end--;
                }
                lines.add(line.substring(0, end));
                line.delete(0, end);
            }
        }
        lines.add(line.toString());
    }
}

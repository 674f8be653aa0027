package fr.hubee.portal.receipt;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** A page whose content says what it is (a title, a paragraph, a picture), for those who hear it. */
final class TaggedPage implements AutoCloseable {
    private final PDPage page = new PDPage(PDRectangle.A4);
    private final PDPageContentStream content;
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement body = new PDStructureElement("Document", root);
    private final COSArray parents = new COSArray();
    private final PDFont font;

    TaggedPage(PDDocument document, PDFont font) throws IOException {
        this.font = font;
        document.addPage(page);
        page.setStructParents(0);
        root.appendKid(body);
        var numbers = new COSArray();
        numbers.add(COSInteger.ZERO);
        numbers.add(parents);
        var tree = new COSDictionary();
        tree.setItem(COSName.NUMS, numbers);
        root.getCOSObject().setItem(COSName.PARENT_TREE, tree);
        var catalog = document.getDocumentCatalog();
        catalog.setStructureTreeRoot(root);
        var marks = new PDMarkInfo();
        marks.setMarked(true);
        catalog.setMarkInfo(marks);
        content = new PDPageContentStream(document, page);
    }

    /** What draws. */
    @FunctionalInterface
    interface Drawing {
        void on(PDPageContentStream content) throws IOException;
    }

    /** @param role of PDF: {@code H1}, {@code P}… */
    void text(String role, String text, float x, float y, float size, float gray) throws IOException {
        add(role, null, drawing -> {
            drawing.beginText();
            drawing.setFont(font, size);
            drawing.setNonStrokingColor(gray);
            drawing.newLineAtOffset(x, y);
            drawing.showText(printable(text));
            drawing.endText();
        });
    }

    /** @param alternative what is told instead of it */
    void picture(String alternative, Drawing drawing) throws IOException {
        add("Figure", alternative, drawing);
    }

    /** Seen, and of no meaning. */
    void ornament(Drawing drawing) throws IOException {
        content.beginMarkedContent(COSName.ARTIFACT);
        drawing.on(content);
        content.endMarkedContent();
    }

    private void add(String role, String alternative, Drawing drawing) throws IOException {
        var element = new PDStructureElement(role, body);
        element.setPage(page);
        element.setAlternateDescription(alternative);
        element.getCOSObject().setInt(COSName.K, parents.size());
        body.appendKid(element);
        var number = new COSDictionary();
        number.setInt(COSName.MCID, parents.size());
        parents.add(element.getCOSObject());
        content.beginMarkedContent(COSName.getPDFName(role), PDPropertyList.create(number));
        drawing.on(content);
        content.endMarkedContent();
    }

    float width(String text, float size) {
        try {
            return font.getStringWidth(printable(text)) / 1000 * size;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A character that the font lacks is a question mark; one that turns the direction of writing is left out. */
    private String printable(String text) {
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
        } catch (IllegalArgumentException | IOException missing) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}

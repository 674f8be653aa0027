package fr.hubee.portal.exchange;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;

/** A page with tagged content: a title, a paragraph, a picture. */
public final class TaggedPage {
    /** The distance of lines, as a multiple of their size. */
    public static final float LEADING = 1.4f;

    private final PDPage page = new PDPage(PDRectangle.A4);
    private final COSArray parents = new COSArray();
    private final PDPageContentStream content;
    private final PDStructureElement body;
    private final PaperFont font;

    TaggedPage(PDDocument document, PDStructureElement body, PaperFont font, int number) throws IOException {
        this.body = body;
        this.font = font;
        document.addPage(page);
        page.setStructParents(number);
        content = new PDPageContentStream(document, page);
    }

    /** Draws on the page. */
    @FunctionalInterface
    public interface Drawing {
        void on(PDPageContentStream content) throws IOException;
    }

    /** @param role of PDF: {@code H1}, {@code P}… */
    public void text(String role, String text, float x, float y, float size, float gray) throws IOException {
        text(role, List.of(text), x, y, size, gray);
    }

    /** Writes lines that a screen reader reads as one text. */
    public void text(String role, List<String> lines, float x, float y, float size, float gray) throws IOException {
        add(role, null, drawing -> write(drawing, lines, x, y, size, gray));
    }

    /** @param alternative text for screen readers */
    public void picture(String alternative, Drawing drawing) throws IOException {
        add("Figure", alternative, drawing);
    }

    /** Draws an ornament, which screen readers ignore. */
    private void ornament(Drawing drawing) throws IOException {
        content.beginMarkedContent(COSName.ARTIFACT);
        drawing.on(content);
        content.endMarkedContent();
    }

    void rule(float x, float y, float width) throws IOException {
        ornament(drawing -> {
            drawing.setStrokingColor(0.8f);
            drawing.setLineWidth(0.5f);
            drawing.moveTo(x, y);
            drawing.lineTo(x + width, y);
            drawing.stroke();
        });
    }

    /** Writes the foot of a page, such as its number, which screen readers ignore. */
    public void margin(String text, float x, float y, float size, float gray) throws IOException {
        ornament(drawing -> write(drawing, List.of(text), x, y, size, gray));
    }

    private void write(PDPageContentStream drawing, List<String> lines, float x, float y, float size, float gray)
            throws IOException {
        drawing.beginText();
        drawing.setFont(font.font(), size);
        drawing.setNonStrokingColor(gray);
        drawing.newLineAtOffset(x, y);
        for (int line = 0; line < lines.size(); line++) {
            if (line > 0) {
                drawing.newLineAtOffset(0, -size * LEADING);
            }
            drawing.showText(font.printable(lines.get(line)));
        }
        drawing.endText();
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

    COSArray parents() {
        return parents;
    }

    void end() throws IOException {
        content.close();
    }
}

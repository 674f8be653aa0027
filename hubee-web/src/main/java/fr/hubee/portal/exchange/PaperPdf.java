package fr.hubee.portal.exchange;

import fr.hubee.portal.exchange.Paper.Fact;
import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrCode.Ecc;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * Writes a signed document as a PDF of one page, with a QR code; the signature is attached uncompressed: {@code verify-receipt} finds it
 * without interpreting the PDF.
 */
final class PaperPdf {
    private static final float LEFT = 60;
    private static final float TOP = 780;
    private static final float WIDTH = 475;
    private static final float VALUES = 165;
    private static final float FOOT = 190;
    /** Height reserved for the facts that follow a long list. */
    private static final float REST = 130;

    private static final float QR = 112;
    private static final float TITLE = 22;
    private static final float TEXT = 10.5f;
    private static final float SMALL = 8.5f;
    private static final float BLACK = 0.1f;
    private static final float GRAY = 0.35f;

    private final Paper paper;
    private final TaggedDocument document;
    private final TaggedPage page;
    private float y = TOP;

    private PaperPdf(Paper paper, TaggedDocument document) throws IOException {
        this.paper = paper;
        this.document = document;
        this.page = document.addPage();
    }

    static byte[] of(Paper paper) throws IOException {
        try (var document = new TaggedDocument(paper.title(), paper.made())) {
            return new PaperPdf(paper, document).write();
        }
    }

    private byte[] write() throws IOException {
        head();
        for (var each : paper.facts()) {
            fact(each);
        }
        foot();
        attach(document.document());
        return document.write(false);
    }

    private void head() throws IOException {
        page.text("P", "HubEE, hub d’échange de l’État", LEFT, y, TEXT, GRAY);
        y -= 40;
        page.text("H1", paper.title(), LEFT, y, TITLE, BLACK);
        y -= 28;
        lines("P", paper.intro(), LEFT, WIDTH, TEXT);
        y -= 6;
    }

    private void fact(Fact fact) throws IOException {
        page.rule(LEFT, y + 12, WIDTH);
        page.text("P", fact.name(), LEFT, y - 4, TEXT, GRAY);
        y -= 4;
        int told = 0;
        for (var value : fact.values()) {
            int left = fact.values().size() - told;
            if (y < FOOT + REST && left > 2) {
                lines(
                        "P",
                        "et " + left + " autres, dans la signature jointe à ce fichier",
                        VALUES,
                        WIDTH + LEFT - VALUES,
                        TEXT);
                break;
            }
            lines("P", value, VALUES, WIDTH + LEFT - VALUES, fitting(value));
            told++;
        }
        y -= 10;
    }

    /** Returns a size with which a digest stays on one line. */
    private float fitting(String value) {
        boolean oneWord = value.indexOf(' ') < 0;
        return oneWord && document.font().width(value, TEXT) > WIDTH + LEFT - VALUES ? SMALL : TEXT;
    }

    private void foot() throws IOException {
        page.picture("Code QR : l’adresse de la page qui vérifie ce document", this::drawCode);
        y = FOOT - 22;
        float x = LEFT + QR + 16;
        page.text("H2", "Vérifier ce document", x, y, TEXT + 1, BLACK);
        y -= 18;
        lines("P", paper.howToVerify(), x, LEFT + WIDTH - x, SMALL);
    }

    private void drawCode(PDPageContentStream content) throws IOException {
        var code = QrCode.encodeText(paper.address(), Ecc.MEDIUM);
        float module = QR / code.size;
        content.setNonStrokingColor(0f);
        for (int row = 0; row < code.size; row++) {
            for (int column = 0; column < code.size; column++) {
                if (code.getModule(column, row)) {
                    content.addRect(LEFT + column * module, FOOT - 12 - (row + 1) * module, module, module);
                }
            }
        }
        content.fill();
    }

    private void lines(String role, String text, float x, float width, float size) throws IOException {
        for (var each : document.font().wrapped(text, width, size)) {
            page.text(role, each, x, y, size, BLACK);
            y -= size * TaggedPage.LEADING;
        }
    }

    private void attach(PDDocument target) throws IOException {
        var file = new PDEmbeddedFile(
                target, new ByteArrayInputStream((paper.jws() + "\n").getBytes(StandardCharsets.US_ASCII)));
        file.setSubtype("application/jose");
        file.setSize(paper.jws().length() + 1);
        var attached = new PDComplexFileSpecification();
        attached.setFile(paper.fileName());
        attached.setFileUnicode(paper.fileName());
        attached.setFileDescription("La signature, pour verify-receipt");
        attached.setEmbeddedFile(file);
        attached.setEmbeddedFileUnicode(file);
        attached.getCOSObject().setName("AFRelationship", "Source");
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(paper.fileName(), attached));
        var names = new PDDocumentNameDictionary(target.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        target.getDocumentCatalog().setNames(names);
        var files = new COSArray();
        files.add(attached.getCOSObject());
        target.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), files);
    }
}

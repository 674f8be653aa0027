package fr.hubee.portal.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** A tagged PDF in French with a title, accessible to screen readers. */
public final class TaggedDocument implements AutoCloseable {
    private final PDDocument document = new PDDocument();
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement body = new PDStructureElement("Document", root);
    private final COSArray parents = new COSArray();
    private final List<TaggedPage> pages = new ArrayList<>();
    private final PaperFont font;

    /** @param made the date of the document, which stays the same when it is made again */
    public TaggedDocument(String title, Instant made) throws IOException {
        font = new PaperFont(document);
        describe(title, made);
        structure();
    }

    private void describe(String title, Instant made) {
        var moment = Calendar.getInstance(TimeZone.getTimeZone("Europe/Paris"));
        moment.setTimeInMillis(made.toEpochMilli());
        var information = document.getDocumentInformation();
        information.setTitle(title);
        information.setAuthor("HubEE");
        information.setCreationDate(moment);
        document.setDocumentId(made.toEpochMilli());
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage("fr-FR");
        var preferences = new PDViewerPreferences(catalog.getCOSObject());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
    }

    private void structure() {
        root.appendKid(body);
        var tree = new COSDictionary();
        tree.setItem(COSName.NUMS, parents);
        root.getCOSObject().setItem(COSName.PARENT_TREE, tree);
        var catalog = document.getDocumentCatalog();
        catalog.setStructureTreeRoot(root);
        var marks = new PDMarkInfo();
        marks.setMarked(true);
        catalog.setMarkInfo(marks);
    }

    public PaperFont font() {
        return font;
    }

    /** Returns the document, for attachments. */
    public PDDocument document() {
        return document;
    }

    /** Adds a last page; the others can still be drawn on. */
    public TaggedPage addPage() throws IOException {
        var page = new TaggedPage(document, body, font, pages.size());
        pages.add(page);
        parents.add(COSInteger.get(pages.size() - 1L));
        parents.add(page.parents());
        return page;
    }

    public List<TaggedPage> pages() {
        return List.copyOf(pages);
    }

    /** @param compressed false when attachments must be found in the bytes */
    public byte[] write(boolean compressed) throws IOException {
        for (var page : pages) {
            page.end();
        }
        var bytes = new ByteArrayOutputStream();
        document.save(bytes, compressed ? CompressParameters.DEFAULT_COMPRESSION : CompressParameters.NO_COMPRESSION);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}

package fr.hubee.portal.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.desk.casework.CaseView.HistoryEntry;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Checks that the sheet has as many pages as it needs, and can be read by eye and by ear. */
class CaseSheetPdfTest {

    static CaseSheet sheet(HistoryEntry... newestFirst) {
        var files = List.of(
                CaseSheetWordsTest.file("acte.pdf", null, CaseSheetWordsTest.DIGEST),
                CaseSheetWordsTest.file(
                        "livret-de-famille-numerise-avec-un-nom-tres-long".repeat(3) + ".pdf",
                        FileTrouble.INFECTED,
                        CaseSheetWordsTest.DIGEST));
        return CaseSheetWordsTest.sheet(CaseSheetWordsTest.view(true, files, newestFirst));
    }

    static HistoryEntry said(String message) {
        return CaseSheetWordsTest.event(3, ActionType.SENDING_MESSAGE, "Odile", null, null, message, null);
    }

    /** Makes the PDF, and keeps it if somebody wants to look at it. */
    static byte[] pdf(String name, CaseSheet sheet) throws IOException {
        var pdf = CaseSheetPdf.of(sheet);
        Files.write(Path.of("target", name + ".pdf"), pdf);
        return pdf;
    }

    static List<String> pages(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var pages = new String[document.getNumberOfPages()];
            for (int page = 0; page < pages.length; page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page + 1);
                stripper.setEndPage(page + 1);
                pages[page] = stripper.getText(document).replace('\u00a0', ' ');
            }
            return List.of(pages);
        }
    }

    @Test
    void aShortOneIsOnePageWithATitleALanguageAndItsNumber() throws IOException {
        var pdf = pdf(
                "teledossier", sheet(CaseSheetWordsTest.TOLD, CaseSheetWordsTest.NOTED, CaseSheetWordsTest.RECEIVED));

        try (var document = Loader.loadPDF(pdf)) {
            var catalog = document.getDocumentCatalog();
            assertEquals(
                    "Télédossier AEC-000001250-01",
                    document.getDocumentInformation().getTitle());
            assertEquals("fr-FR", catalog.getLanguage());
            assertTrue(catalog.getViewerPreferences().displayDocTitle());
            assertTrue(catalog.getMarkInfo().isMarked());
        }
        var text = pages(pdf);
        assertEquals(1, text.size());
        assertTrue(text.get(0).contains("page 1 sur 1"), text::toString);
        assertTrue(text.get(0).contains("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"));
    }

    @Test
    void aLongOneTakesSeveralPagesAndEachSaysWhichItIs() throws IOException {
        var many = Collections.nCopies(60, CaseSheetWordsTest.TOLD).toArray(HistoryEntry[]::new);

        var pages = pages(pdf("teledossier-long", sheet(many)));

        assertTrue(pages.size() > 3, pages::toString);
        for (int number = 1; number <= pages.size(); number++) {
            var foot = "Télédossier AEC-000001250-01, imprimé le 02/03/2026 à 12 h 00 – page " + number + " sur "
                    + pages.size();
            assertTrue(pages.get(number - 1).contains(foot), pages.get(number - 1));
        }
        assertEquals(60, String.join("", pages).split("Votre acte", -1).length - 1, "nothing is lost between pages");
    }

    @Test
    void aTextThatIsLongerThanAPageGoesOnOnTheNextOne() throws IOException {
        var pages = pages(CaseSheetPdf.of(sheet(said("ligne\n".repeat(150) + "fin"))));

        assertEquals(4, pages.size(), pages::toString);
        assertEquals(150, String.join("", pages).split("ligne", -1).length - 1);
        assertTrue(pages.get(3).contains("fin"), pages.get(3));
    }

    @Test
    void eachPageIsInTheStructureThatIsHeard() throws IOException {
        var many = Collections.nCopies(60, CaseSheetWordsTest.TOLD).toArray(HistoryEntry[]::new);

        try (var document = Loader.loadPDF(CaseSheetPdf.of(sheet(many)))) {
            var tree = document.getDocumentCatalog().getStructureTreeRoot().getParentTree();
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                assertEquals(page, document.getPage(page).getStructParents());
                assertTrue(tree.getNumbers().containsKey(page), "page " + page);
            }
        }
    }

    @Test
    void madeAgainItIsTheSame() throws IOException {
        assertArrayEquals(CaseSheetPdf.of(sheet()), CaseSheetPdf.of(sheet()));
    }
}

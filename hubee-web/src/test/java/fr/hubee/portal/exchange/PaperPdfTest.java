package fr.hubee.portal.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.exchange.receipt.ReceiptVerifier;
import fr.hubee.portal.exchange.Paper.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Checks that the paper is one page, accessible to eye, ear and program. */
class PaperPdfTest {
    static final String JWS = "eyJ" + "a".repeat(40) + "." + "b".repeat(3000) + "." + "c".repeat(86);
    static final String ADDRESS = "https://hubee.example/recepisse?r=" + "d".repeat(128);

    static Paper paper(Fact... facts) {
        return new Paper(
                "Récépissé de dépôt",
                "HubEE atteste avoir enregistré la transmission de ce télédossier à son destinataire.",
                List.of(facts),
                ADDRESS,
                "Scannez le code, ou ouvrez https://hubee.example/recepisse et donnez ce fichier.",
                "recepisse.jws",
                JWS,
                Instant.parse("2026-11-27T09:41:00Z"));
    }

    static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void itIsOnePageWithATitleAndALanguage() throws IOException {
        var pdf = PaperPdf.of(paper(Fact.of("Démarche", "EtatCivil – Acte d’état civil")));
        keep(pdf);

        try (var document = Loader.loadPDF(pdf)) {
            var catalog = document.getDocumentCatalog();
            assertEquals(1, document.getNumberOfPages());
            assertEquals("Récépissé de dépôt", document.getDocumentInformation().getTitle());
            assertEquals("fr-FR", catalog.getLanguage());
            assertTrue(catalog.getViewerPreferences().displayDocTitle());
            assertTrue(catalog.getMarkInfo().isMarked());
            assertEquals(1, catalog.getStructureTreeRoot().getKids().size());
        }
        assertTrue(text(pdf).contains("EtatCivil – Acte d’état civil"), text(pdf));
    }

    /** Keeps the file if somebody wants to look at it. */
    static void keep(byte[] pdf) throws IOException {
        Files.write(Path.of("target", "recepisse.pdf"), pdf);
    }

    @Test
    void theSignatureIsInItAsItIs() throws IOException {
        assertEquals(Optional.of(JWS), ReceiptVerifier.find(PaperPdf.of(paper())));
    }

    @Test
    void madeAgainItIsTheSame() throws IOException {
        var fact = Fact.of("À", "Commune de Valbourg");

        assertArrayEquals(PaperPdf.of(paper(fact)), PaperPdf.of(paper(fact)));
    }

    @Test
    void ofManyFilesTheRestIsCounted() throws IOException {
        var digests = Collections.nCopies(60, "ab".repeat(32));

        var pdf = PaperPdf.of(paper(new Fact("60 pièces", digests), Fact.of("Clé", "kid")));
        assertTrue(text(pdf).indexOf("kid") < text(pdf).indexOf("Vérifier ce document"), text(pdf));

        try (var document = Loader.loadPDF(pdf)) {
            assertEquals(1, document.getNumberOfPages());
        }
        assertTrue(text(pdf).contains("autres, dans la signature jointe à ce fichier"), text(pdf));
    }

    @Test
    void aNameThatTheFontLacksOrThatTurnsTheTextIsHarmless() throws IOException {
        var text = text(PaperPdf.of(paper(Fact.of("De", "Ville \u202efdp.昨\u0007 éà"))));

        assertTrue(text.contains("Ville fdp.?? éà"), text);
    }
}

package fr.hubee.files.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCheckTest {
    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    static final Map<String, byte[]> BEGINNINGS = Map.of(
            "application/pdf", text("%PDF-1.7\n%âãÏÓ\n1 0 obj\n"),
            "image/png", hex("89504e470d0a1a0a0000000d49484452"),
            "image/jpeg", hex("ffd8ffe000104a46494600010101"),
            "image/gif", text("GIF89a"),
            "image/tiff", hex("49492a0008000000"),
            "application/xml", text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<acte/>"),
            "application/zip", zip(),
            "text/plain", text("Bonjour, voici la pièce demandée.\n"));

    /** Each beginning under each name: only its own is accepted, and an unknown form may be plain text. */
    @Test
    void bytesAgreeWithTheirOwnTypeAlone() {
        BEGINNINGS.forEach((found, head) -> BEGINNINGS.keySet().forEach(declared -> {
            boolean prologIsText = found.equals("application/xml") && declared.equals("text/plain");
            boolean textMayBeXml = found.equals("text/plain") && declared.equals("application/xml");
            boolean agrees = found.equals(declared) || prologIsText || textMayBeXml;
            assertEquals(agrees, ContentCheck.agrees(declared, head), found + " declared as " + declared);
        }));
    }

    @ParameterizedTest
    @CsvSource({
        "APPLICATION/PDF, application/pdf",
        "application/pdf; version=1.7, application/pdf",
        "application/x-pdf, application/pdf",
        "image/jpg, image/jpeg",
        "text/xml, application/xml",
        "text/plain; charset=utf-8, text/plain"
    })
    void aTypeIsKnownUnderItsOtherNames(String declared, String found) {
        assertTrue(ContentCheck.agrees(declared, BEGINNINGS.get(found)));
    }

    @Test
    void anXmlWithoutAPrologPasses() {
        assertTrue(ContentCheck.agrees("application/xml", text("<acte><nom>Tournesol</nom></acte>")));
    }

    @ParameterizedTest
    @ValueSource(strings = {DOCX, "application/vnd.oasis.opendocument.text", "application/vnd.etsi.asic-e+zip"})
    void aDocumentThatIsAZipInsidePasses(String declared) {
        assertTrue(ContentCheck.agrees(declared, zip()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/csv", "text/html", "application/rtf", "image/svg+xml"})
    void textThatCannotBeDistinguishedFromPlainTextPasses(String declared) {
        assertTrue(ContentCheck.agrees(declared, text("nom;prénom\nTournesol;Camille\n")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"#!nom;prénom\n", "From: Camille\nTo: Mairie\n", "BEGIN:VCARD\n", "<html><body></body></html>"})
    void textThatLooksLikeAnotherKindOfTextPasses(String content) {
        assertTrue(ContentCheck.agrees("text/plain", text(content)), "plain");
        assertTrue(ContentCheck.agrees("text/csv", text(content)), "csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/pdf", "application/zip", "image/png", "image/jpeg", "image/gif", "image/tiff"})
    void whatNeverLacksItsFirstBytesIsRefusedWithoutThem(String declared) {
        assertFalse(ContentCheck.agrees(declared, hex("00010203fefdfcfb")), "garbage");
        assertFalse(ContentCheck.agrees(declared, text("This is no such file.")), "text");
        assertFalse(ContentCheck.agrees(declared, new byte[0]), "nothing");
    }

    @Test
    void aProgramIsNoText() {
        assertFalse(ContentCheck.agrees("text/plain", hex("7f454c4602010100000000000000000002003e00")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-hubee-unheard-of", "not a type"})
    void aTypeThatNobodyKnowsPassesWhateverTheBytes(String declared) {
        BEGINNINGS.forEach((found, head) -> assertTrue(ContentCheck.agrees(declared, head), found));
    }

    private static byte[] text(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hex(String content) {
        return HexFormat.of().parseHex(content);
    }

    private static byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("content"));
            zip.write(1);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }
}

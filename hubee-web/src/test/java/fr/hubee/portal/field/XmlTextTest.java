package fr.hubee.portal.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.portal.field.FileText.XmlText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XmlTextTest {
    @TempDir
    Path folder;

    static String shown(String xml) {
        return XmlText.of(xml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anXmlIsIndented() {
        assertEquals("""
                <demande>
                  <acte type="naissance">Forêt</acte>
                  <vide></vide>
                </demande>""", shown("<demande><acte type='naissance'>Forêt</acte><vide/></demande>"));
    }

    @Test
    void noFileIsReadForAnEntity() throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), "le secret du serveur");

        var shown = shown("<!DOCTYPE a [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]><a>&e;</a>");

        assertFalse(shown.contains("le secret du serveur"), shown);
    }

    @Test
    void entitiesDoNotMultiply() {
        var bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 \"haha\">");
        for (int each = 1; each < 10; each++) {
            bomb.append("<!ENTITY e")
                    .append(each)
                    .append(" \"")
                    .append(("&e" + (each - 1) + ";").repeat(10))
                    .append("\">");
        }

        assertTrue(shown(bomb + "]><a>&e9;</a>").length() < 3000);
    }

    @Test
    void whatIsBrokenOrNoXmlIsShownAsItStands() {
        assertEquals("<a><b></a>", shown("<a><b></a>"));
        assertEquals("nom;prénom\nA;B", shown("nom;prénom\nA;B"));
        assertEquals("", shown(""));
    }

    @Test
    void theEncodingIsTheOneThatItNames() {
        var xml = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>Forêt</a>";

        assertEquals("<a>Forêt</a>", XmlText.of(xml.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void whatIsShownHasAnEnd() {
        var comments = "<a>".repeat(60) + "<!---->".repeat(70_000) + "</a>".repeat(60);

        var shown = shown(comments);

        assertTrue(shown.length() <= 500_010, () -> shown.length() + " characters");
        assertTrue(shown.endsWith("\n…"), "nothing says that it goes on");
    }

    @Test
    void veryDeepIsNotVeryLong() {
        int levels = 5000;
        var deep = "<a>".repeat(levels) + "</a>".repeat(levels);

        assertTrue(shown(deep).length() < levels * 260);
    }
}

package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Attack: file names that are empty, lead to another folder, break a line, or are displayed in reverse. */
class HostileNamesIT extends OverHttp {
    static final List<String> REFUSED =
            List.of("", ".", "..", "../../etc/passwd", "/etc/passwd", "..\\boot.ini", "a\r\nX-Bad: 1", "a\u001bb");

    final Partner town = Partner.of("demo-valbourg-etatcivil");

    static String folder(String name) {
        var folder = (ObjectNode) json(Deposit.json("EtatCivil", "ActeEtatCivil-XML", List.of(Deposit.TOWN)));
        ((ObjectNode) folder.at("/attachments/0")).put("fileName", name);
        return folder.toString();
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void aFileOfAFolderIsNotCalledSo() {
        for (var name : REFUSED) {
            refused(dila.post("/folders", folder(name)), "POST /teledossiers/v1/folders");
        }
    }

    @Test
    void aHostileFileNameInAnEventIsRefused() {
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        var path = deposit.casePath() + "/events";
        for (var name : REFUSED) {
            var event = (ObjectNode) json("""
                    {"actionType": "ATTACH_DEPOSIT", "author": "Mairie", "notification": true,
                     "attachments": [{"type": "PieceJointe", "size": 1, "mimeType": "application/pdf"}]}""");
            ((ObjectNode) event.at("/attachments/0")).put("fileName", name);
            refused(town.post(path, event.toString()), "POST /teledossiers/v1" + path);
        }
    }

    static void refused(Answer answer, String operation) {
        answer.expect(400);
        assertEquals(
                "Bad Request : Validation failed.\n[ERROR][REQUEST][" + operation
                        + " @body] [Path '/attachments/0/fileName']"
                        + " ECMA 262 regex \"^(?!(.*[/\\\\])?\\s*\\.?\\.?\\s*([/\\\\]|$))[^\\x00-\\x1F\\x7F]*$\""
                        + " does not match input string",
                answer.error());
    }

    @Test
    void aNameThatReadsTheOtherWayRoundIsKeptAsItWasSentAndServedWithItsTrueEnding() {
        var name = "facture_\u202Efdp.exe";
        var deposit = Deposit.announced(dila, folder(name)).upload().complete();
        assertEquals(name, deposit.folder().at("/attachments/0/fileName").asText());

        var path = deposit.casePath() + "/attachments/" + deposit.attachmentId();
        var header = town.get(path).header("Content-Disposition");

        assertEquals("attachment; filename=\"facture__fdp.exe\"; filename*=UTF-8''facture__fdp.exe", header);
    }
}

package fr.hubee.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallLogTest {

    @Test
    void ofAContractsTextWhatItQuotesOfTheRequestIsNotKept() {
        var notAnId = List.of(ValidationText.notUuid("Jeanne \"Dupont\"\nné"));
        assertEquals(
                "Bad Request : Validation failed.\n[ERROR][REQUEST][GET … @path.folderId] Input string \"…\" is not a valid UUID",
                CallLog.withoutValues(
                        ValidationText.invalid("GET", "/folders/Jeanne Dupont", "path.folderId", notAnId)));
        assertEquals(
                "Query parameter 'maxresult' is unexpected on path \"…\"",
                CallLog.withoutValues(ValidationText.unexpectedQueryParameter("maxresult", "/folders/Jeanne")));
        assertEquals(
                "Attachment type … is not enabled for process EtatCivil",
                CallLog.withoutValues("Attachment type acte de Jeanne Dupont is not enabled for process EtatCivil"));
        assertEquals("Folder not found", CallLog.withoutValues("Folder not found"));
    }
}

package fr.hubee.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import fr.hubee.api.exchange.AttachmentJson;
import fr.hubee.api.exchange.CaseJson.CasePatchJson;
import fr.hubee.api.exchange.EventJson;
import fr.hubee.api.exchange.FolderJson;
import fr.hubee.api.exchange.FolderJson.ApplicantJson;
import fr.hubee.api.exchange.FolderJson.FolderPatchJson;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.AttachmentStatus;
import fr.hubee.exchange.status.CaseStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiJsonTest {
    static final UUID ID = UUID.fromString("01936a0e-7b40-7e33-a174-5b6c7d8e9fa0");

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T10:00:00Z, 2026-11-24T10:00:00.000+00:00",
        "2026-11-24T10:00:00.120Z, 2026-11-24T10:00:00.120+00:00",
        "2026-11-24T10:00:00.123999Z, 2026-11-24T10:00:00.123+00:00"
    })
    void aDateIsWrittenWithMillisecondsAndANumericOffset(Instant date, String written) {
        assertEquals("\"" + written + "\"", ApiJson.write(date));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24T10:00:00.000+00:00",
                "2026-11-24T10:00:00Z",
                "2026-11-24T11:00:00+01:00",
                "2026-11-24T10:00Z"
            })
    void aDateIsReadWithAnyOffset(String date) throws Exception {
        var patch = read("{\"globalStatus\":\"CLOSED\",\"closeDateTime\":\"" + date + "\"}", FolderPatchJson.class);

        assertEquals(Instant.parse("2026-11-24T10:00:00Z"), patch.closeDateTime());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"2026-11-24\"", "\"2026-11-24T10:00:00\"", "\"yesterday\"", "\"\"", "1764064800000", "{}"})
    void nothingElseIsADate(String date) {
        assertRefused("{\"globalStatus\":\"CLOSED\",\"closeDateTime\":" + date + "}", FolderPatchJson.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+10000-01-01T00:00:00Z",
                "9999-12-31T23:59:59-18:00",
                "0000-12-31T23:59:59Z",
                "-2026-11-24T10:00:00Z"
            })
    void aYearHasFourDigits(String date) {
        assertRefused("{\"globalStatus\":\"CLOSED\",\"closeDateTime\":\"" + date + "\"}", FolderPatchJson.class);
    }

    @Test
    void whatHasNoValueIsWrittenAsNull() {
        assertEquals(
                "{\"firstName\":\"Camille\",\"lastName\":\"Tournesol\",\"email\":null}",
                ApiJson.write(new ApplicantJson("Camille", "Tournesol", null)));
    }

    @Test
    void propertiesComeInTheOrderOfTheContract() {
        assertEquals(
                "{\"id\":\"" + ID + "\",\"status\":\"PENDING\",\"fileName\":\"a.pdf\",\"type\":\"certificat\","
                        + "\"size\":5,\"mimeType\":\"application/pdf\"}",
                ApiJson.write(new AttachmentJson(
                        ID, AttachmentStatus.PENDING, "a.pdf", "certificat", 5L, "application/pdf")));
    }

    @Test
    void unknownPropertiesArePassedOver() throws Exception {
        var patch = read("{\"status\":\"SENT\",\"closeDateTime\":null,\"x\":{\"y\":[1]}}", CasePatchJson.class);

        assertEquals(CaseStatus.SENT, patch.status());
    }

    @Test
    void readOnlyPropertiesOfARequestArePassedOver() throws Exception {
        var folder = read(
                "{\"id\":\"" + ID + "\",\"globalStatus\":\"CLOSED\",\"externalId\":\"A-1\","
                        + "\"createDateTime\":\"2026-11-24T10:00:00Z\",\"closeDateTime\":\"2026-11-24T10:00:00Z\","
                        + "\"partnerInfo\":{\"editorName\":\"x\"},"
                        + "\"cases\":[{\"id\":\"" + ID + "\",\"status\":\"CLOSED\",\"externalId\":\"A-1-01\"}],"
                        + "\"attachments\":[{\"id\":\"" + ID + "\",\"status\":\"RECEIVED\",\"fileName\":\"a.pdf\"}]}",
                FolderJson.class);

        assertEquals("A-1", folder.externalId());
        assertNull(folder.id());
        assertNull(folder.globalStatus());
        assertNull(folder.createDateTime());
        assertNull(folder.closeDateTime());
        assertNull(folder.partnerInfo());
        assertNull(folder.cases().get(0).id());
        assertNull(folder.cases().get(0).status());
        assertNull(folder.attachments().get(0).id());
        assertNull(folder.attachments().get(0).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"not one\"}",
                "{\"status\":\"x\"}",
                "{\"status\":1}",
                "{\"transmitter\":\"me\"}",
                "{\"id\":{}}"
            })
    void evenWhatIsNoValueAtAllIsPassedOverWhereItIsReadOnly(String event) throws Exception {
        var read = read(event, EventJson.class);

        assertNull(read.id());
        assertNull(read.status());
        assertNull(read.transmitter());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.5", "true", "{}", "[]", "[\"Camille\"]"})
    void onlyTextIsText(String value) {
        assertRefused("{\"firstName\":" + value + "}", ApplicantJson.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"5\"", "5.0", "true", "\"\"", "9223372036854775808", "[5]"})
    void onlyAnIntegerIsASize(String value) {
        assertRefused("{\"size\":" + value + "}", AttachmentJson.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"true\"", "1", "\"\"", "[]"})
    void onlyTrueAndFalseAreBoolean(String value) {
        assertRefused("{\"notification\":" + value + "}", EventJson.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"UNHEARD_OF\"", "\"sent\"", "3", "true", "{}"})
    void onlyAMemberOfTheListIsAStatus(String value) {
        assertRefused("{\"status\":" + value + "}", CasePatchJson.class);
    }

    @Test
    void anEmptyStatusIsNone() throws Exception {
        assertNull(read("{\"caseNewStatus\":\"\"}", EventJson.class).caseNewStatus());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "\\ud83d", "\\udcc4", "\\udcc4\\ud83d"})
    void neitherNulNorHalfACharacterIsLetIn(String text) {
        assertRefused("{\"firstName\":\"" + text + "\"}", ApplicantJson.class);
        assertRefused("{\"recipients\":[\"" + text + "\"]}", ListOfTexts.class);
    }

    record ListOfTexts(List<String> recipients) {}

    @Test
    void wholeCharactersAreLetIn() throws Exception {
        assertEquals(
                "é\uD83D\uDCC4\n",
                read("{\"firstName\":\"\\u00e9\\ud83d\\udcc4\\n\"}", ApplicantJson.class)
                        .firstName());
    }

    @ParameterizedTest
    @CsvSource({
        "STATUS_UPDATE, STATUS_UPDATE",
        "ATTACH_DEPOSIT, ATTACH_DEPOSIT",
        "ATTACH_DL, ATTACH_DL",
        "ATTACH_DL_ALL, ATTACH_DL_ALL",
        "COM_ADD, COM_ADD",
        "SENDING_MESSAGE, SENDING_MESSAGE",
        "ADD_AWAITING, STATUS_UPDATE"
    })
    void theStatusThatAClientSendsAsAnActionIsAChangeOfStatus(String sent, ActionType meant) throws Exception {
        assertEquals(
                meant,
                read("{\"actionType\":\"" + sent + "\"}", EventJson.class).actionType());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"DONE\"", "\"status_update\"", "\"\"", "1", "{}", "[\"STATUS_UPDATE\"]"})
    void anyOtherActionIsRefused(String action) {
        assertRefused("{\"actionType\":" + action + "}", EventJson.class);
    }

    @Test
    void aThousandNestedArraysAreRefusedBeforeTheyDoHarm() {
        assertThrows(
                JsonProcessingException.class,
                () -> read("{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}", CasePatchJson.class));
    }

    private static <T> T read(String json, Class<T> type) throws JsonProcessingException {
        return ApiJson.mapper().readValue(json, type);
    }

    private static void assertRefused(String json, Class<?> type) {
        assertThrows(JsonMappingException.class, () -> read(json, type), json);
    }
}

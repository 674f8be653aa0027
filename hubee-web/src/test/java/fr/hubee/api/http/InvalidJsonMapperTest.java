package fr.hubee.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.hubee.api.exchange.EventJson;
import fr.hubee.api.exchange.FolderJson;
import fr.hubee.api.exchange.FolderJson.FolderPatchJson;
import org.junit.jupiter.api.Test;

/** Checks the answer to a body that cannot be read: where, and what was expected; no class, nothing of the body. */
class InvalidJsonMapperTest {

    @Test
    void whatIsNoJsonIsReportedByLineAndColumn() {
        assertEquals("Unable to parse JSON (line: 2, column: 4)", finding("{\n\"a\"}", FolderJson.class));
        assertEquals("Unable to parse JSON (line: 1, column: 1)", finding("<xml>", FolderJson.class));
    }

    @Test
    void anotherTypeIsReportedWithTheOneExpected() {
        assertEquals(
                "[Path '/externalId'] Instance type (integer) does not match any allowed primitive type (allowed: [\"string\"])",
                finding("{\"externalId\":1}", FolderJson.class));
        assertEquals(
                "[Path '/cases'] Instance type (object) does not match any allowed primitive type (allowed: [\"array\"])",
                finding("{\"cases\":{}}", FolderJson.class));
        assertEquals(
                "[Path '/applicant'] Instance type (array) does not match any allowed primitive type (allowed: [\"object\"])",
                finding("{\"applicant\":[]}", FolderJson.class));
        assertEquals(
                "Instance type (array) does not match any allowed primitive type (allowed: [\"object\"])",
                finding("[]", FolderJson.class));
    }

    @Test
    void textForANumberOrABooleanIsAnotherType() {
        assertEquals(
                "[Path '/attachments/0/size'] Instance type (string) does not match any allowed primitive type"
                        + " (allowed: [\"integer\"])",
                finding("{\"attachments\":[{\"size\":\"big\"}]}", FolderJson.class));
        assertEquals(
                "[Path '/notification'] Instance type (string) does not match any allowed primitive type"
                        + " (allowed: [\"boolean\"])",
                finding("{\"notification\":\"yes\"}", EventJson.class));
        assertEquals(
                "[Path '/notification'] Instance type (string) does not match any allowed primitive type"
                        + " (allowed: [\"boolean\"])",
                finding("{\"notification\":\"true\"}", EventJson.class));
    }

    @Test
    void aValueOutsideAListIsReportedWithTheList() {
        assertEquals(
                "[Path '/actionType'] Instance value not found in enum (possible values: [\"ATTACH_DEPOSIT\","
                        + "\"ATTACH_DL\",\"ATTACH_DL_ALL\",\"COM_ADD\",\"SENDING_MESSAGE\",\"STATUS_UPDATE\"])",
                finding("{\"actionType\":\"DONE\"}", EventJson.class));
    }

    @Test
    void aTextThatIsNoDateIsReportedAsSuch() {
        assertEquals(
                "[Path '/closeDateTime'] Instance value is not valid (format: date-time)",
                finding("{\"closeDateTime\":\"yesterday\"}", FolderPatchJson.class));
    }

    @Test
    void charactersThatAreNotAcceptedAreReportedAsSuch() {
        assertEquals(
                "[Path '/externalId'] Instance value is not valid (format: characters)",
                finding("{\"externalId\":\"a\\u0000b\"}", FolderJson.class));
    }

    private static String finding(String json, Class<?> type) {
        return InvalidJsonMapper.finding(assertThrows(
                JsonProcessingException.class, () -> ApiJson.mapper().readValue(json, type)));
    }
}

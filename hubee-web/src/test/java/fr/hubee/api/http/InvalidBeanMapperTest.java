package fr.hubee.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.api.clients.BenchRunsJson.WantedRunsJson;
import fr.hubee.api.exchange.FolderJson;
import fr.hubee.api.exchange.FoldersResource;
import fr.hubee.api.exchange.PortalPurgeResource;
import fr.hubee.api.exchange.PortalPurgeResource.AttachmentToPurgeJson;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.Collections;
import java.util.List;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class InvalidBeanMapperTest {
    static final ValidatorFactory VALIDATION = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory();

    @AfterAll
    static void close() {
        VALIDATION.close();
    }

    @Test
    void aBodyIsRequired() throws Exception {
        assertEquals(List.of("A request body is required but none found."), findingsOf(null));
    }

    @Test
    void allThatIsMissingInOneObjectIsReportedTogether() throws Exception {
        assertEquals(
                List.of("Object has missing required properties"
                        + " ([\"applicant\",\"attachments\",\"cases\",\"externalId\",\"processCode\"])"),
                findingsOf("{}"));
    }

    @Test
    void whatIsMissingDeeperIsReportedWithItsPlace() throws Exception {
        assertEquals(
                List.of(
                        "[Path '/applicant'] Object has missing required properties ([\"lastName\"])",
                        "[Path '/cases/1/recipient'] Object has missing required properties ([\"type\"])"),
                findingsOf(folder(
                        "{\"firstName\":\"Camille\"}",
                        "{\"externalId\":\"A\",\"recipient\":" + key("\"SI\"") + "},"
                                + "{\"externalId\":\"B\",\"recipient\":" + key("null") + "}")));
    }

    @Test
    void textThatIsTooLongIsReportedByItsLength() throws Exception {
        assertEquals(
                List.of("[Path '/applicant/firstName'] String is too long (length: 256, maximum allowed: 255)"),
                findingsOf(folder(
                        "{\"firstName\":\"" + "x".repeat(256) + "\",\"lastName\":\"x\"}",
                        "{\"externalId\":\"A\",\"recipient\":" + key("\"SI\"") + "}")));
    }

    @Test
    void anEmptyListIsTooShort() throws Exception {
        assertEquals(
                List.of(
                        "[Path '/cases'] Array is too short: must have at least 1 elements but instance has 0 elements"),
                findingsOf(folder("{\"firstName\":\"x\",\"lastName\":\"x\"}", "")));
    }

    @Test
    void aListWithTooManyElementsIsTooLong() {
        var runs = new WantedRunsJson(Collections.nCopies(5000, "nominal"), null);

        assertEquals(
                List.of(
                        "[Path '/scenarios'] Array is too long: must have at most 100 elements but instance has 5000 elements"),
                InvalidBeanMapper.findings(VALIDATION.getValidator().validate(runs)));
    }

    @Test
    void nothingInAListIsNoPropertyThatIsMissing() throws Exception {
        assertEquals(
                List.of("[Path '/cases/0'] Instance value may not be null"),
                findingsOf(folder("{\"firstName\":\"x\",\"lastName\":\"x\"}", "null")));
    }

    @Test
    void namesAreThoseOfTheContract() throws Exception {
        var method = PortalPurgeResource.class.getMethod("purged", List.class);
        var body = Collections.singletonList(new AttachmentToPurgeJson(null, null));

        var violations = VALIDATION
                .getValidator()
                .forExecutables()
                .validateParameters(new PortalPurgeResource(), method, new Object[] {body});

        assertEquals(
                List.of("[Path '/0'] Object has missing required properties"
                        + " ([\"case_id\",\"folder_attachment_id\"])"),
                InvalidBeanMapper.findings(violations));
    }

    private static String key(String type) {
        return "{\"type\":" + type + ",\"companyRegister\":\"99000101800011\",\"branchCode\":\"99101\"}";
    }

    private static String folder(String applicant, String cases) {
        return "{\"externalId\":\"A\",\"processCode\":\"P\",\"applicant\":" + applicant + ",\"cases\":[" + cases
                + "],\"attachments\":[{\"fileName\":\"a\",\"type\":\"t\",\"size\":0,\"mimeType\":\"m\","
                + "\"recipients\":[\"A\"]}]}";
    }

    private static List<String> findingsOf(String json) throws Exception {
        var body = json == null ? null : ApiJson.mapper().readValue(json, FolderJson.class);
        var method = FoldersResource.class.getMethod("create", FolderJson.class);
        var violations = VALIDATION
                .getValidator()
                .forExecutables()
                .validateParameters(new FoldersResource(), method, new Object[] {body});
        return InvalidBeanMapper.findings(violations);
    }
}

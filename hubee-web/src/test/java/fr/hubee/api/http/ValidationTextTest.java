package fr.hubee.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.kernel.shared.RefusalText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks the contract's texts (specification §4.3), letter by letter. */
class ValidationTextTest {

    @Test
    void missingProperties() {
        assertEquals(
                "Bad Request : Validation failed.\n[ERROR][REQUEST][POST /teledossiers/v1/folders @body] "
                        + "Object has missing required properties ([\"applicant\"])",
                ValidationText.invalid(
                                "POST",
                                "/teledossiers/v1/folders",
                                "body",
                                List.of(RefusalText.of(ValidationText.missing(List.of("applicant")))))
                        .answered());
    }

    @Test
    void severalFindingsStandOnALineEach() {
        assertEquals(
                "Bad Request : Validation failed.\n[ERROR][REQUEST][PUT /a @body] one\n[ERROR][REQUEST][PUT /a @body] two",
                ValidationText.invalid("PUT", "/a", "body", List.of(RefusalText.of("one"), RefusalText.of("two")))
                        .answered());
    }

    @Test
    void aWrongTypeWithTheParenthesisThatTheContractForgot() {
        assertEquals(
                "Instance type (string) does not match any allowed primitive type (allowed: [\"integer\",\"number\"]",
                ValidationText.wrongType("string", "integer", "number"));
    }

    @Test
    void aTextThatIsNoIdentifier() {
        assertEquals(
                "Input string \"dddddd\" is not a valid UUID",
                ValidationText.notUuid("dddddd").answered());
    }

    @Test
    void anUnknownQueryParameter() {
        assertEquals(
                "Query parameter 'processType' is unexpected on path \"/subscriptions\"",
                ValidationText.unexpectedQueryParameter("processType", "/subscriptions")
                        .answered());
    }

    @Test
    void whatATextQuotesOfTheRequestIsNotKept() {
        var notAnId = List.of(ValidationText.notUuid("Jeanne \"Dupont\"\nné"));
        assertEquals(
                "Bad Request : Validation failed.\n[ERROR][REQUEST][GET … @path.folderId] Input string \"…\" is not a valid UUID",
                ValidationText.invalid("GET", "/folders/a @body] Jeanne Dupont", "path.folderId", notAnId)
                        .logged());
        assertEquals(
                "Query parameter 'maxresult' is unexpected on path \"…\"",
                ValidationText.unexpectedQueryParameter("maxresult", "/folders/Jeanne")
                        .logged());
        assertEquals(
                "Query parameter '…' is unexpected on path \"…\"",
                ValidationText.unexpectedQueryParameter("jeanne.dupont@example.org", "/folders")
                        .logged());
    }

    @Test
    void aFindingInsideTheBodySaysWhere() {
        assertEquals("[Path '/cases/0'] wrong", ValidationText.at("/cases/0", "wrong"));
        assertEquals("wrong", ValidationText.at("", "wrong"));
    }

    @Test
    void namesAreSorted() {
        assertEquals("[\"a\",\"b\"]", ValidationText.list(List.of("b", "a")));
    }
}

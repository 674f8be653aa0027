package fr.hubee.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContentPolicyTest {

    static List<String> unsafe(String policy) {
        return Stream.of(policy.split("; ", -1))
                .filter(directive -> directive.contains("unsafe"))
                .toList();
    }

    @Test
    void insideThePortalOnlyStyleAttributesAreFree() {
        var policy = ContentPolicy.page("n", true);

        assertEquals(List.of("style-src-attr 'unsafe-inline'"), unsafe(policy));
        assertTrue(policy.startsWith("default-src 'none';"), policy);
        assertTrue(policy.endsWith("script-src 'self'"), policy); // PrimeFaces adds the nonce
    }

    @Test
    void everyAnswerSaysWhatDefaultsDoNotCover() {
        for (var policy : List.of(
                ContentPolicy.NOTHING,
                ContentPolicy.SAVED,
                ContentPolicy.FRAMED,
                ContentPolicy.page("n", true),
                ContentPolicy.page("n", false))) {
            assertTrue(
                    policy.matches(
                            "default-src 'none'; .*form-action '(none|self)'; .*frame-ancestors '(none|self)'; base-uri 'none'.*"),
                    policy);
        }
    }

    @Test
    void publicPagesAllowNothingUnsafe() {
        assertEquals(List.of(), unsafe(ContentPolicy.page("n", false)));
        assertFalse(ContentPolicy.page("n", false).contains(";;"));
    }
}

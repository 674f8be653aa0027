package fr.hubee.directory.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubscriptionOrderTest {

    @Test
    void aColumnSortsBothWaysAndTheIdentifierDecides() {
        assertEquals(
                " order by s.processCode, s.id",
                SubscriptionOrder.parse("asc(process_code)").orElseThrow().clause());
        assertEquals(
                " order by s.subscriber.companyRegister desc, s.id",
                SubscriptionOrder.parse("desc(si_company_register)")
                        .orElseThrow()
                        .clause());
    }

    @Test
    void everyWordIsUnderstood() {
        assertEquals(36, SubscriptionOrder.words().size());
        assertTrue(SubscriptionOrder.words().stream()
                .allMatch(word -> SubscriptionOrder.parse(word).isPresent()));
    }

    @Test
    void nothingElseIs() {
        for (var text :
                new String[] {"", "id", "asc(version)", "asc(id", "ASC(id)", "asc(id); drop table", "asc(id),id"}) {
            assertEquals(Optional.empty(), SubscriptionOrder.parse(text), text);
        }
    }
}

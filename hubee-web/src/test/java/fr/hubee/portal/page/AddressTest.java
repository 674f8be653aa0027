package fr.hubee.portal.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AddressTest {

    @Test
    void parametersAreEncodedAndEmptyOnesLeftOut() {
        var list = new Address("/comptes")
                .with("nom", "L’Hay & fils")
                .with("role", " ")
                .with("type", null);

        assertEquals(
                "/comptes?nom=L%E2%80%99Hay+%26+fils&page=3",
                list.with("page", 3).text());
    }
}

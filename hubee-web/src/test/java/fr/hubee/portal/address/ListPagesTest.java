package fr.hubee.portal.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.shared.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListPagesTest {
    static final Address LIST = new Address("/comptes")
            .with("nom", "L’Hay & fils")
            .with("type", null)
            .with("role", " ");

    static ListPages at(int offset, long total) {
        return new ListPages(LIST, new Page<>(List.of(), offset, total), 25);
    }

    @Test
    void whatIsSearchedStaysFromPageToPage() {
        assertEquals("/comptes?nom=L%E2%80%99Hay+%26+fils&page=3", at(25, 60).next());
        assertEquals("/comptes?nom=L%E2%80%99Hay+%26+fils", at(25, 60).previous());
        assertEquals("Page 2 sur 3", at(25, 60).place());
    }

    @Test
    void thereIsNothingBeforeTheFirstPageNorAfterTheLast() {
        assertEquals("", at(0, 60).previous());
        assertEquals("", at(50, 75).next());
        assertFalse(at(0, 25).isNeeded());
        assertTrue(at(0, 26).isNeeded());
    }
}

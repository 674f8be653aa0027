package fr.hubee.desk.caselist;

import fr.hubee.directory.organization.Siret;
import fr.hubee.kernel.shared.EmailAddress;
import fr.hubee.kernel.shared.OrganizationKey;
import java.nio.charset.StandardCharsets;

/** Texts that people type into fields, and addresses of pages have: searches, cursors, keys of organisations, numbers and mail addresses. */
public final class SearchFuzz {
    private SearchFuzz() {}

    public static void read(byte[] input) {
        var text = new String(input, StandardCharsets.UTF_8);
        var words = SearchWords.of(text);
        words.indexed();
        words.fragments();
        if (String.join("", words.patterns()).indexOf('\0') >= 0) {
            throw new AssertionError("The database would refuse it");
        }
        CaseCursor.parse(false, text).ifPresent(cursor -> {
            if (!CaseCursor.parse(false, cursor.text()).orElseThrow().equals(cursor)) {
                throw new AssertionError(text + " is not " + cursor.text());
            }
        });
        OrganizationKey.parse(text)
                .map(OrganizationKey::toString)
                .filter(key -> !key.equals(text))
                .ifPresent(key -> {
                    throw new AssertionError(key);
                });
        Siret.problem(Siret.tidy(text));
        if (text.matches(EmailAddress.FORM) && text.indexOf('@') < 1) {
            throw new AssertionError(text);
        }
    }
}

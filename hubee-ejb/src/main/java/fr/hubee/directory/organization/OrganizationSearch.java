package fr.hubee.directory.organization;

import fr.hubee.kernel.database.Conditions;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.kernel.shared.Words;
import java.text.Normalizer;
import java.util.Locale;

/**
 * A search by the national administrator in the register.
 *
 * @param text part of a name, with or without accents, or beginning of a SIRET or code guichet; null or blank for all
 * @param type null for all
 * @param status null for all
 */
public record OrganizationSearch(
        String text,
        OrganizationType type,
        String status,
        OrganizationColumn order,
        boolean descending,
        int offset,
        int maxResult) {
    private static final String ACCENTED = Words.text("directory.letters.accented");
    private static final String PLAIN = Words.text("directory.letters.plain");
    private static final String MATCHES = """
            (cast(function('translate', lower(o.name), '%s', '%s') as string) like concat('%%', :text, '%%') escape '!'
              or o.key.companyRegister like concat(:text, '%%') escape '!'
              or lower(o.key.branchCode) like concat(:text, '%%') escape '!')""".formatted(ACCENTED, PLAIN);

    Conditions conditions() {
        return new Conditions()
                .and(MATCHES, "text", text == null || text.isBlank() ? null : wanted())
                .and("o.key.type = :type", "type", type)
                .and("lower(o.status) = lower(:status)", "status", status);
    }

    /** Returns the text that names and numbers are compared with; a SIRET may be typed with spaces. */
    String wanted() {
        var number = Siret.tidy(text);
        return number.matches("[0-9]+") ? number : plain(text.strip());
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[!%_]", "!$0");
    }
}

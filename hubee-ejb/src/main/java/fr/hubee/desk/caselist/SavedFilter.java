package fr.hubee.desk.caselist;

import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.kernel.shared.Words;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.text.Normalizer;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A named search in the list of télédossiers. It stores an address and gives no right: the list still shows only what
 * the person may see.
 */
@Entity
@Table(name = "saved_filter")
public class SavedFilter {
    /** Maximum per account. */
    static final int MOST = 12;

    static final int LONGEST_QUERY = 2000;

    private static final Pattern QUERY = Pattern.compile("\\?[!-~]*");

    @Id
    private UUID id;

    private UUID accountId;

    private String name;
    private String query;

    private Instant createdAt;

    SavedFilter() {}

    SavedFilter(UUID accountId, FilterName name, String query, Instant now) {
        this.id = UuidV7.next();
        this.accountId = accountId;
        this.name = name.text();
        this.createdAt = now;
        show(query);
    }

    final void show(String wanted) {
        if (wanted.length() > LONGEST_QUERY) {
            throw new InvalidRequest(Words.text("desk.filter.tooLong"));
        }
        if (!QUERY.matcher(wanted).matches()) {
            throw new InvalidRequest("This is no query of an address");
        }
        query = wanted;
    }

    String query() {
        return query;
    }

    /** A person's name for a filter: one line. */
    record FilterName(String text) {
        static final int LONGEST = 40;

        /** @throws InvalidRequest with a French message, for an invalid name */
        static FilterName of(String typed) {
            var spaced =
                    typed == null ? "" : typed.replaceAll("[\\p{Z}\\s]+", " ").strip();
            var text = Normalizer.normalize(spaced, Normalizer.Form.NFC);
            if (text.isEmpty()) {
                throw new InvalidRequest(Words.text("desk.filter.noName"));
            }
            if (text.length() > LONGEST) {
                throw new InvalidRequest(Words.text("desk.filter.nameTooLong", LONGEST));
            }
            if (text.matches(".*\\p{C}.*")) {
                throw new InvalidRequest(Words.text("desk.filter.invisible"));
            }
            return new FilterName(text);
        }
    }
}

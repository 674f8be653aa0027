package fr.hubee.digest;

import fr.hubee.mail.template.MailValues;
import fr.hubee.shared.Paris;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;

/**
 * How many télédossiers are new, or have changed.
 *
 * @param first when the first of it happened, and {@code last} the last
 */
record DigestLine(Novelty novelty, long cases, Instant first, Instant last) {
    private static final DateTimeFormatter DAY = Paris.moments("d MMMM uuuu");

    /** @param items not empty */
    static DigestLine of(Novelty novelty, Collection<DigestItem> items) {
        var dates = items.stream().map(DigestItem::happenedAt).sorted().toList();
        long cases = items.stream().map(DigestItem::caseId).distinct().count();
        return new DigestLine(novelty, cases, dates.get(0), dates.get(dates.size() - 1));
    }

    String text() {
        return novelty.counted(cases) + (cases == 1 ? ", le " : ", le plus ancien le ") + DAY.format(first);
    }

    /** The list, with just these: new ones by their days, changed ones from the day of the first change on. */
    String path(String processCode) {
        return CaseMails.list(processCode)
                + switch (novelty) {
                    case NEW -> "&du=" + day(first) + "&au=" + day(last);
                    case CHANGED -> "&modifie-du=" + day(first) + "&tri=modification";
                };
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, Paris.ZONE);
    }

    MailValues values(String processCode) {
        return MailValues.of("text", text()).and("listPath", path(processCode));
    }
}

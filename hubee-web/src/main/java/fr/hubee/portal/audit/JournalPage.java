package fr.hubee.portal.audit;

import fr.hubee.audit.AuditAction;
import fr.hubee.audit.AuditLine;
import fr.hubee.audit.AuditQuery;
import fr.hubee.audit.AuditService;
import fr.hubee.portal.address.Address;
import fr.hubee.portal.address.QueryParameter;
import fr.hubee.portal.format.CsvAnswer;
import fr.hubee.portal.format.FrenchDates;
import fr.hubee.portal.format.FrenchDay;
import fr.hubee.shared.FrenchOrder;
import fr.hubee.shared.SpreadsheetCsv;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The journal, newest line first; all filters are in the address. */
@Named
@RequestScoped
public class JournalPage {
    private static final int SIZE = 50;
    private static final int EXPORTED_AT_ONCE = 1000;

    /** A size that spreadsheets can open. */
    private static final int MOST_EXPORTED = 100_000;

    @Inject
    AuditService audit;

    @Inject
    ChangeWords words;

    @Inject
    FrenchDates dates;

    @Inject
    CurrentCaller currentCaller;

    private String actor;
    private String organization;
    private String action;
    private String subject;
    private String from;
    private String to;
    private String after;
    private String format;
    private List<AuditLine> lines = List.of();
    private boolean more;

    /** Before rendering: invalid parameters of the address are reported at the top. */
    public void opened() throws IOException {
        from = FrenchDay.of(from).map(LocalDate::toString).orElse(null);
        to = FrenchDay.of(to).map(LocalDate::toString).orElse(null);
        var query = query(SIZE + 1);
        if ("csv".equals(format)) {
            export();
            return;
        }
        var found = audit.olderThan(currentCaller.get(), after(), query);
        more = found.size() > SIZE;
        lines = found.subList(0, Math.min(SIZE, found.size()));
    }

    private AuditQuery query(int most) {
        return new AuditQuery(
                QueryParameter.one(AuditAction.class, action),
                stripped(actor),
                stripped(organization),
                stripped(subject),
                FrenchDay.of(from).map(FrenchDay::startOf).orElse(null),
                FrenchDay.of(to).map(day -> FrenchDay.startOf(day.plusDays(1))).orElse(null),
                0,
                most);
    }

    private static String stripped(String text) {
        return text == null ? null : text.strip();
    }

    /** Null when it is invalid, too. */
    private UUID after() {
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException nonsense) {
            return null;
        }
    }

    private void export() throws IOException {
        audit.export(currentCaller.get(), query(0));
        CsvAnswer.send(
                "journal.csv",
                this::writeLines,
                "Date",
                "Auteur",
                "Organisation de l’auteur",
                "Adresse",
                "Action",
                "Organisation concernée",
                "Objet",
                "Changements");
    }

    private void writeLines(SpreadsheetCsv file) throws IOException {
        var query = query(EXPORTED_AT_ONCE);
        UUID last = null;
        for (int written = 0; written < MOST_EXPORTED; written += EXPORTED_AT_ONCE) {
            var part = audit.olderThan(currentCaller.get(), last, query);
            for (var line : part) {
                file.line(
                        dates.moment(line.happenedAt()),
                        line.actor(),
                        line.actorOrganization(),
                        line.address(),
                        line.action().label(),
                        line.organization(),
                        line.subject(),
                        words.cell(line));
            }
            if (part.size() < EXPORTED_AT_ONCE) {
                return;
            }
            last = part.get(part.size() - 1).id();
        }
    }

    public List<AuditLine> getLines() {
        return lines;
    }

    /** The address of the older lines; null when there are none. */
    public String getOlder() {
        return more ? asked().with("apres", lines.get(lines.size() - 1).id()).toString() : null;
    }

    /** The address of the newest lines; null when they are shown. */
    public String getNewest() {
        return after() == null ? null : asked().toString();
    }

    public String getFile() {
        return asked().with("format", "csv").toString();
    }

    private Address asked() {
        return new Address("/journal")
                .with("auteur", actor)
                .with("organisation", organization)
                .with("action", action)
                .with("objet", subject)
                .with("du", from)
                .with("au", to);
    }

    public boolean isSearched() {
        return Stream.of(actor, organization, action, subject, from, to).anyMatch(each -> each != null);
    }

    /** Sorted by label. */
    public List<AuditAction> getActions() {
        return Stream.of(AuditAction.values())
                .sorted(Comparator.comparing(AuditAction::label, FrenchOrder.words()))
                .toList();
    }

    public String getActor() {
        return actor;
    }

    public void setActor(String actor) {
        this.actor = actor;
    }

    public String getOrganization() {
        return organization;
    }

    public void setOrganization(String organization) {
        this.organization = organization;
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }

    public String getFormat() {
        return format;
    }

    public void setFormat(String format) {
        this.format = format;
    }
}

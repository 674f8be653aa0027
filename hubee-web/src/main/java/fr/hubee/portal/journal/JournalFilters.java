package fr.hubee.portal.journal;

import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditQuery;
import fr.hubee.kernel.shared.FrenchOrder;
import fr.hubee.portal.field.FrenchDay;
import fr.hubee.portal.page.Address;
import fr.hubee.portal.page.QueryParameter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The filters of the journal, from the address; an invalid date is reported. */
@Named
@RequestScoped
public class JournalFilters {
    @Inject
    HttpServletRequest request;

    private Asked asked;

    /** The filters; each is null when it is not used. */
    public record Asked(
            String actor, String subject, AuditAction action, String organization, LocalDate from, LocalDate to) {}

    @PostConstruct
    void read() {
        asked = new Asked(
                QueryParameter.text(request, "auteur"),
                QueryParameter.text(request, "objet"),
                QueryParameter.one(AuditAction.class, QueryParameter.text(request, "action")),
                QueryParameter.text(request, "organisation"),
                FrenchDay.of(QueryParameter.text(request, "du")).orElse(null),
                FrenchDay.of(QueryParameter.text(request, "au")).orElse(null));
    }

    AuditQuery query(int most) {
        var key = QueryParameter.organization(asked.organization());
        return new AuditQuery(
                asked.action(),
                QueryParameter.login(asked.actor()),
                key == null ? asked.organization() : key.toString(),
                asked.subject(),
                asked.from() == null ? null : FrenchDay.startOf(asked.from()),
                asked.to() == null ? null : FrenchDay.startOf(asked.to().plusDays(1)),
                0,
                most);
    }

    Address address() {
        return new Address("/journal")
                .with("auteur", asked.actor())
                .with("objet", asked.subject())
                .with("action", asked.action())
                .with("organisation", asked.organization())
                .with("du", asked.from())
                .with("au", asked.to());
    }

    public boolean isAny() {
        return !address().text().equals("/journal");
    }

    /** Whether a folded filter is used. */
    public boolean isMore() {
        return asked.organization() != null || asked.from() != null || asked.to() != null;
    }

    /** Returns the actions, sorted by label. */
    public List<AuditAction> getActions() {
        return Stream.of(AuditAction.values())
                .sorted(Comparator.comparing(AuditAction::label, FrenchOrder.words()))
                .toList();
    }

    public Asked getAsked() {
        return asked;
    }
}

package fr.hubee.portal.audit;

import fr.hubee.audit.AuditAction;
import fr.hubee.audit.AuditQuery;
import fr.hubee.portal.address.Address;
import fr.hubee.portal.address.QueryParameter;
import fr.hubee.portal.format.FrenchDay;
import fr.hubee.shared.FrenchOrder;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is searched in the journal: all of it is in the address; an invalid date is reported. */
@Named
@RequestScoped
public class JournalFilters {
    @Inject
    HttpServletRequest request;

    private String actor;
    private String subject;
    private AuditAction action;
    private String organization;
    private LocalDate from;
    private LocalDate to;

    @PostConstruct
    void read() {
        actor = text("auteur");
        subject = text("objet");
        action = QueryParameter.one(AuditAction.class, text("action"));
        organization = text("organisation");
        from = FrenchDay.of(text("du")).orElse(null);
        to = FrenchDay.of(text("au")).orElse(null);
    }

    private String text(String parameter) {
        var typed = request.getParameter(parameter);
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    AuditQuery query(int most) {
        return new AuditQuery(
                action,
                actor,
                organization,
                subject,
                from == null ? null : FrenchDay.startOf(from),
                to == null ? null : FrenchDay.startOf(to.plusDays(1)),
                0,
                most);
    }

    Address address() {
        return new Address("/journal")
                .with("auteur", actor)
                .with("objet", subject)
                .with("action", action)
                .with("organisation", organization)
                .with("du", from)
                .with("au", to);
    }

    public boolean isAny() {
        return actor != null || subject != null || action != null || isMore();
    }

    /** Whether a filter is used that is folded away otherwise. */
    public boolean isMore() {
        return organization != null || from != null || to != null;
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

    public String getSubject() {
        return subject;
    }

    public AuditAction getAction() {
        return action;
    }

    public String getOrganization() {
        return organization;
    }

    public LocalDate getFrom() {
        return from;
    }

    public LocalDate getTo() {
        return to;
    }
}

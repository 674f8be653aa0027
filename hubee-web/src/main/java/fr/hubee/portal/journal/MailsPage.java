package fr.hubee.portal.journal;

import fr.hubee.kernel.shared.FrenchOrder;
import fr.hubee.kernel.shared.Page;
import fr.hubee.mail.outbox.MailLine;
import fr.hubee.mail.outbox.MailOutboxService;
import fr.hubee.mail.outbox.MailOutboxService.MailCounts;
import fr.hubee.mail.outbox.MailQuery;
import fr.hubee.mail.outbox.MailState;
import fr.hubee.mail.outbox.MailTemplate;
import fr.hubee.people.account.AccountService;
import fr.hubee.portal.field.ListFilters;
import fr.hubee.portal.field.ListPart;
import fr.hubee.portal.field.ListTable;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.QueryParameter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The outbox: recipients, and mails that were not sent. Texts are not stored, so they cannot be shown. */
@Named
@RequestScoped
public class MailsPage extends PersonPage {
    @Inject
    MailOutboxService outbox;

    @Inject
    AccountService accounts;

    @Inject
    Clock clock;

    private final ListFilters filters =
            new ListFilters("/courriels", List.of("etat", "destinataire"), List.of("modele"));
    private final ListTable<MailLine> table = new ListTable<>(filters, this::read);
    private Map<String, String> names;
    private MailCounts counts;

    public ListTable<MailLine> getTable() {
        return table;
    }

    private Page<MailLine> read(ListPart part) {
        var recipient = filters.text("destinataire");
        var page = outbox.page(new MailQuery(
                filters.one(MailState.class, "etat"),
                recipient == null ? null : recipient.strip().toLowerCase(Locale.ROOT),
                filters.one(MailTemplate.class, "modele"),
                QueryParameter.one(MailQuery.Sort.class, part.sort()),
                part.descending(),
                part.offset(),
                part.size()));
        names = accounts.names(page.items().stream().map(MailLine::recipient).collect(Collectors.toSet()));
        return page;
    }

    /** Returns the names of the displayed recipients with an account, by their e-mails. */
    public Map<String, String> getNames() {
        return names;
    }

    public MailCounts getCounts() {
        if (counts == null) { // the page asks for it on each line
            counts = outbox.counts();
        }
        return counts;
    }

    /** Returns a sentence in place of the time of its next attempt, where that time has passed; else null. */
    public String due(MailLine line) {
        return due(line, getCounts().relayDown(), clock.instant());
    }

    static String due(MailLine line, boolean relayDown, Instant now) {
        if (line.state() != MailState.WAITING || line.nextAttemptAt().isAfter(now)) {
            return null;
        }
        return relayDown ? "Le relais ne répond pas : nouvel essai dans la minute" : "Va partir";
    }

    /** Queues it again, and shows the same part of the list. */
    public void retry(String id) {
        outbox.retry(caller(), QueryParameter.id(id));
        PageMessages.success(
                "Le courriel va repartir. HubEE essaiera pendant trois jours s’il le faut.", table.getHere());
    }

    public MailState[] getStates() {
        return MailState.values();
    }

    public List<MailTemplate> getTemplates() {
        return Stream.of(MailTemplate.values())
                .sorted(Comparator.comparing(MailTemplate::label, FrenchOrder.words()))
                .toList();
    }
}

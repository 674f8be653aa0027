package fr.hubee.portal.mail;

import fr.hubee.account.AccountService;
import fr.hubee.mail.MailCounts;
import fr.hubee.mail.MailLine;
import fr.hubee.mail.MailOutboxService;
import fr.hubee.mail.MailQuery;
import fr.hubee.mail.MailSort;
import fr.hubee.mail.MailState;
import fr.hubee.mail.template.MailTemplate;
import fr.hubee.portal.address.QueryParameter;
import fr.hubee.portal.list.ListFilters;
import fr.hubee.portal.list.ListPart;
import fr.hubee.portal.list.ListTable;
import fr.hubee.portal.message.PageMessages;
import fr.hubee.shared.FrenchOrder;
import fr.hubee.shared.Page;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The outbox: recipients, and mails that were not sent. Texts are not stored, so they cannot be shown. */
@Named
@RequestScoped
public class MailsPage {
    @Inject
    MailOutboxService outbox;

    @Inject
    AccountService accounts;

    @Inject
    CurrentCaller currentCaller;

    private final ListFilters filters =
            new ListFilters("/courriels", List.of("etat", "destinataire"), List.of("modele"));
    private final ListTable<MailLine> table = new ListTable<>(filters, this::read);
    private Map<String, String> names;

    public ListTable<MailLine> getTable() {
        return table;
    }

    private Page<MailLine> read(ListPart part) {
        var recipient = filters.text("destinataire");
        var page = outbox.page(new MailQuery(
                filters.one(MailState.class, "etat"),
                recipient == null ? null : recipient.strip().toLowerCase(Locale.ROOT),
                filters.one(MailTemplate.class, "modele"),
                QueryParameter.one(MailSort.class, part.sort()),
                part.descending(),
                part.offset(),
                part.size()));
        names = accounts.names(page.items().stream().map(MailLine::recipient).collect(Collectors.toSet()));
        return page;
    }

    /** The names of the recipients of the lines that have an account, by their e-mails. */
    public Map<String, String> getNames() {
        return names;
    }

    public MailCounts getCounts() {
        return outbox.counts();
    }

    /** Queues it again, and shows the same part of the list. */
    public void retry(String id) {
        outbox.retry(currentCaller.get(), QueryParameter.id(id));
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

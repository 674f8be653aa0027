package fr.hubee.portal.directory;

import fr.hubee.clients.client.ApiCall;
import fr.hubee.clients.client.ApiCallQuery;
import fr.hubee.clients.client.ApiCallService;
import fr.hubee.clients.client.HourOfCalls;
import fr.hubee.directory.subscription.NamedProcess;
import fr.hubee.directory.subscription.SubscriptionOverviewService;
import fr.hubee.http.RefusalHelp;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.portal.field.ExportFormat;
import fr.hubee.portal.field.LineChart;
import fr.hubee.portal.field.LineChart.Line;
import fr.hubee.portal.field.ListExport;
import fr.hubee.portal.field.ListFilters;
import fr.hubee.portal.field.ListTable;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.frame.MenuEntry;
import fr.hubee.portal.page.Address;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The last calls of the clients that a person may see, and why some were refused. */
@Named
@RequestScoped
public class CallsPage extends PersonPage {
    private static final String PATH = "/appels";
    private static final int DAYS_OF_WEEK = 7;
    private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("dd/MM HH' h'");

    /** The form of identifiers, of ours and of proxies; a shorter text is a name or a number. */
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{15,63}");

    private static final ListExport<ApiCall> EXPORT = ListExport.of(
            "appels",
            "Appels",
            List.of(
                    "Logiciel",
                    "Fini",
                    "Opération",
                    "Statut",
                    "Motif",
                    "Réponse",
                    "Identifiant",
                    "Millisecondes",
                    "Octets reçus",
                    "Octets envoyés",
                    "Éditeur",
                    "Application",
                    "Version"),
            call -> new Object[] {
                call.clientId(),
                ExportFormat.moment(call.endedAt()),
                call.operation(),
                call.status(),
                call.reason(),
                call.message(),
                call.requestId(),
                call.took(),
                call.received(),
                call.sent(),
                call.software().editorName(),
                call.software().applicationName(),
                call.software().softwareVersion()
            });

    @Inject
    ApiCallService calls;

    @Inject
    SubscriptionOverviewService subscriptions;

    @Inject
    Clock clock;

    private final ListFilters filters = new ListFilters(
            PATH, List.of("identifiant", "organisation", "demarche", "refus", "depuis", "demande"), List.of());
    private final ListTable<ApiCall> table =
            new ListTable<>(filters, part -> calls.page(caller(), query(), part.offset(), part.size()));
    private final Once<ApiCall> found = new Once<>(this::readFound);
    private final Once<List<HourOfCalls>> hours = new Once<>(this::readHours);

    /** An hour with its name. */
    public record Hour(String label, HourOfCalls sum) {}

    public void opened() throws IOException {
        var format = ListExport.asked();
        if (format != null) {
            EXPORT.send(format, table);
        }
    }

    private ApiCallQuery query() {
        var request = filters.text("demande");
        return new ApiCallQuery(
                filters.text("identifiant"),
                filters.text("organisation"),
                filters.text("demarche"),
                filters.text("refus") == null ? null : true,
                request,
                request == null ? since() : null);
    }

    private Instant since() {
        int days = "semaine".equals(filters.text("depuis")) ? DAYS_OF_WEEK : 1;
        return clock.instant().truncatedTo(ChronoUnit.HOURS).minus(days, ChronoUnit.DAYS);
    }

    public ListTable<ApiCall> getTable() {
        return table;
    }

    /** Returns the address of the page that explains a refusal, filled with it. */
    public String help(ApiCall call) {
        return new Address(RefusalHelp.path(call.reason()))
                .with("demande", call.requestId())
                .text();
    }

    /** Returns what the contract's text of a refusal does not say; empty for nothing. */
    public String sentence(ApiCall call) {
        return Optional.ofNullable(call.detail())
                .flatMap(detail -> RefusalHelp.sentence(detail, Locale.FRENCH))
                .map(RefusalHelp.Sentence::why)
                .orElse("");
    }

    /** Returns the call whose identifier is searched on another page; null when there is none that the person may see. */
    public ApiCall getFound() {
        return found.get();
    }

    private ApiCall readFound() {
        var text = filters.text("recherche");
        boolean maybe = text != null && IDENTIFIER.matcher(text.strip()).matches() && MenuEntry.CALLS.isFor(caller());
        return maybe ? calls.find(caller(), text.strip()).orElse(null) : null;
    }

    /** Returns the démarches of the filter. */
    public List<NamedProcess> getProcesses() {
        return subscriptions.processes(caller());
    }

    /** Returns the hours with calls, the newest first; none for a single call. */
    public List<Hour> getHours() {
        var labelled =
                new ArrayList<>(hours.get().stream().map(CallsPage::labelled).toList());
        Collections.reverse(labelled);
        return labelled;
    }

    private List<HourOfCalls> readHours() {
        return filters.text("demande") == null ? calls.hours(caller(), query()) : List.of();
    }

    /** Returns a point for each hour, also for those without calls. */
    public String getChart() {
        var known = hours.get().stream().collect(Collectors.toMap(HourOfCalls::hour, each -> each));
        var all = Stream.iterate(
                        since(), hour -> !hour.isAfter(clock.instant()), hour -> hour.plus(1, ChronoUnit.HOURS))
                .map(hour -> labelled(known.getOrDefault(hour, new HourOfCalls(hour, 0, 0))))
                .toList();
        return LineChart.of(
                all.stream().map(Hour::label).toList(),
                Line.of("Appels", all.stream().map(each -> each.sum().calls()).toList(), "circle"),
                Line.of(
                        "Refus et échecs",
                        all.stream().map(each -> each.sum().refused()).toList(),
                        "crossRot",
                        6,
                        3));
    }

    private static Hour labelled(HourOfCalls sum) {
        return new Hour(LABEL.format(sum.hour().atZone(Paris.ZONE)), sum);
    }
}

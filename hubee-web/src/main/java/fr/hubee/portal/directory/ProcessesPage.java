package fr.hubee.portal.directory;

import fr.hubee.directory.process.ProcessColumn;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.directory.process.ProcessService.RegisteredProcess;
import fr.hubee.directory.process.SubscriptionValidation;
import fr.hubee.kernel.shared.FrenchOrder;
import fr.hubee.kernel.shared.Page;
import fr.hubee.portal.field.ExportFormat;
import fr.hubee.portal.field.ListExport;
import fr.hubee.portal.field.ListFilters;
import fr.hubee.portal.field.ListPart;
import fr.hubee.portal.field.ListTable;
import fr.hubee.portal.page.QueryParameter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The catalogue; with a few dozen démarches it is filtered and sorted in memory. */
@Named
@RequestScoped
public class ProcessesPage {
    private static final ListExport<RegisteredProcess> EXPORT = ListExport.of(
            "demarches",
            "Démarches",
            List.of("Code", "Nom", "Opérateur", "Activée", "Validation des abonnements", "Créée le", "Modifiée le"),
            process -> new Object[] {
                process.code(),
                process.details().title(),
                process.details().osl(),
                process.details().activated() ? "Oui" : "Non",
                process.details().subscriptionValidation() == SubscriptionValidation.Manual
                        ? "Par l’opérateur"
                        : "Automatique",
                ExportFormat.moment(process.createdAt()),
                ExportFormat.moment(process.updatedAt())
            });

    @Inject
    ProcessService processes;

    @Inject
    Operators operators;

    private final ListFilters filters = new ListFilters("/demarches", List.of("texte", "operateur"), List.of());
    private final ListTable<RegisteredProcess> table = new ListTable<>(filters, this::read);

    public void opened() throws IOException {
        var format = ListExport.asked();
        if (format != null) {
            EXPORT.send(format, table);
        }
    }

    public ListTable<RegisteredProcess> getTable() {
        return table;
    }

    private Page<RegisteredProcess> read(ListPart part) {
        var sort = Objects.requireNonNullElse(QueryParameter.one(ProcessSort.class, part.sort()), ProcessSort.CODE);
        var wanted = processes.list(ProcessColumn.CODE, null).stream()
                .filter(this::isWanted)
                .sorted(sort.order(operators, part.descending()))
                .toList();
        var items = wanted.stream().skip(part.offset()).limit(part.size()).toList();
        return new Page<>(items, part.offset(), wanted.size());
    }

    private boolean isWanted(RegisteredProcess process) {
        var text = filters.text("texte");
        var operator = filters.text("operateur");
        boolean named = text == null
                || plain(process.code() + " " + process.details().title()).contains(plain(text));
        boolean owned = operator == null || process.details().osl().toString().equals(operator);
        return named && owned;
    }

    private static String plain(String words) {
        return Normalizer.normalize(words.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    enum ProcessSort {
        CODE,
        OPERATOR,
        ACTIVATED,
        VALIDATION,
        CHANGED;

        /** Returns the order, with the code last, so that pages never overlap. */
        Comparator<RegisteredProcess> order(Operators operators, boolean descending) {
            var byCode = Comparator.comparing(RegisteredProcess::code, FrenchOrder.words());
            var order = switch (this) {
                case CODE -> byCode;
                case OPERATOR ->
                    Comparator.comparing(
                            (RegisteredProcess process) ->
                                    operators.name(process.details().osl()),
                            FrenchOrder.words());
                case ACTIVATED ->
                    Comparator.comparing(
                            (RegisteredProcess process) -> !process.details().activated());
                case VALIDATION ->
                    Comparator.comparing(
                            (RegisteredProcess process) -> process.details().subscriptionValidation());
                case CHANGED -> Comparator.comparing(ProcessSort::changed);
            };
            return (descending ? order.reversed() : order).thenComparing(byCode);
        }

        private static Instant changed(RegisteredProcess process) {
            return process.updatedAt() == null ? process.createdAt() : process.updatedAt();
        }
    }
}

package fr.hubee.portal.process;

import fr.hubee.portal.address.Address;
import fr.hubee.portal.address.QueryParameter;
import fr.hubee.portal.list.ListPart;
import fr.hubee.portal.list.ListTable;
import fr.hubee.portal.organization.Operators;
import fr.hubee.process.ProcessColumn;
import fr.hubee.process.ProcessService;
import fr.hubee.process.RegisteredProcess;
import fr.hubee.shared.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import org.omnifaces.cdi.Param;

/** The catalogue; with a few dozen démarches it is filtered and sorted in memory. */
@Named
@RequestScoped
public class ProcessesPage {
    @Inject
    ProcessService processes;

    @Inject
    Operators operators;

    @Inject
    @Param(name = "texte")
    String text;

    @Inject
    @Param(name = "operateur")
    String operator;

    private ListTable<RegisteredProcess> table;

    public ListTable<RegisteredProcess> getTable() {
        if (table == null) {
            table = new ListTable<>(address(), this::read);
        }
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
        boolean named = text == null
                || plain(process.code() + " " + process.details().name()).contains(plain(text));
        boolean owned = operator == null || process.details().osl().toString().equals(operator);
        return named && owned;
    }

    private static String plain(String words) {
        return Normalizer.normalize(words.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private Address address() {
        return new Address("/demarches").with("texte", text).with("operateur", operator);
    }

    public boolean isFiltered() {
        return !address().text().equals("/demarches");
    }
}

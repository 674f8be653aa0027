package fr.hubee.portal.process;

import fr.hubee.portal.organization.Operators;
import fr.hubee.process.ProcessColumn;
import fr.hubee.process.ProcessService;
import fr.hubee.process.RegisteredProcess;
import fr.hubee.shared.FrenchOrder;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The catalogue; with a few dozen démarches it is filtered in memory. */
@Named
@RequestScoped
public class ProcessesPage {
    @Inject
    ProcessService processes;

    @Inject
    Operators operators;

    private String text;
    private String operator;
    private List<RegisteredProcess> lines;

    public List<RegisteredProcess> getLines() {
        if (lines == null) {
            lines = processes.list(ProcessColumn.CODE, null).stream()
                    .filter(this::isWanted)
                    .sorted(Comparator.comparing(RegisteredProcess::code, FrenchOrder.words()))
                    .toList();
        }
        return lines;
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

    public String operatorOf(RegisteredProcess process) {
        return operators.name(process.details().osl());
    }

    public boolean isSearched() {
        return text != null || operator != null;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getOperator() {
        return operator;
    }

    public void setOperator(String operator) {
        this.operator = operator;
    }
}

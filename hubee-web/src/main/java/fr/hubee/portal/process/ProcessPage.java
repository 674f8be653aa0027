package fr.hubee.portal.process;

import fr.hubee.portal.message.PageMessages;
import fr.hubee.process.DeletionStatus;
import fr.hubee.process.ProcessField;
import fr.hubee.process.ProcessForm;
import fr.hubee.process.ProcessFormService;
import fr.hubee.retention.PurgeForecast;
import fr.hubee.retention.RetentionPreviewService;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.omnifaces.cdi.Param;

/** One démarche; a new one when the address names none. */
@Named
@RequestScoped
public class ProcessPage {
    @Inject
    ProcessFormService processes;

    @Inject
    RetentionPreviewService retention;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    @Param(name = "code")
    String code;

    /** The fingerprint of the rules whose forecast was shown and confirmed; null when none was. */
    @Inject
    @Param(name = "confirm")
    String confirmed;

    private final Map<String, String> values = new HashMap<>();
    private long version;
    private PurgeForecast now;
    private PurgeForecast then;

    @PostConstruct
    void read() {
        if (code != null) {
            var opened = processes.open(currentCaller.get(), code);
            version = opened.version();
            opened.form().values().forEach((field, value) -> values.put(field.name(), value));
        }
    }

    /** This bean is made, and refuses what is no démarche, before anything is written. */
    public void opened() {
        // see read
    }

    public boolean isNew() {
        return code == null;
    }

    public String save() {
        var form = form();
        return isNew() ? register(form) : amend(form);
    }

    private String register(ProcessForm form) {
        if (PageMessages.beside(form.problems())) {
            return null;
        }
        var made = processes.register(currentCaller.get(), form);
        PageMessages.success("La démarche est créée.");
        return at(made);
    }

    /** Shows what a change of retention would erase before it is saved; rules typed since then are shown again. */
    private String amend(ProcessForm form) {
        var known = processes.open(currentCaller.get(), code).details();
        if (PageMessages.beside(form.problemsOfChange(known))) {
            return null;
        }
        var wanted = form.over(known).retention();
        if (!wanted.equals(known.retention()) && !wanted.fingerprint().equals(confirmed)) {
            now = retention.preview(currentCaller.get(), code, known.retention());
            then = retention.preview(currentCaller.get(), code, wanted);
            return null;
        }
        processes.amend(currentCaller.get(), code, version, form);
        PageMessages.success("Les modifications sont enregistrées." + purgeWaits());
        return at(code);
    }

    /** A large purge waits for a confirmation, for any author of the change. */
    private String purgeWaits() {
        boolean waits = retention.waiting(currentCaller.get()).stream()
                .anyMatch(each -> each.processCode().equals(code));
        return waits
                ? " La prochaine purge effacerait beaucoup : elle attend encore votre accord, à la page « Conservation »."
                : "";
    }

    /** What the next run would do with the current rules; null when there is nothing to confirm. */
    public PurgeForecast getNow() {
        return now;
    }

    /** What the next run would do with the changed rules. */
    public PurgeForecast getThen() {
        return then;
    }

    private static String at(String code) {
        return "/demarche?faces-redirect=true&code=" + URLEncoder.encode(code, StandardCharsets.UTF_8);
    }

    private ProcessForm form() {
        var typed = new EnumMap<ProcessField, String>(ProcessField.class);
        for (var field : ProcessField.values()) {
            typed.put(field, values.get(field.name()));
        }
        typed.putIfAbsent(ProcessField.CODE, code);
        return new ProcessForm(typed);
    }

    /** The statuses to choose from, and one that only the API could have set. */
    public List<DeletionStatus> getStatuses() {
        return DeletionStatus.with(values.get(ProcessField.FILE_DELETION_STATUS.name()));
    }

    /** By the name of their field. */
    public Map<String, String> getValues() {
        return values;
    }

    public String getCode() {
        return code;
    }

    /** Of the démarche as it was shown, in a hidden field. */
    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }
}

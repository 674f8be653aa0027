package fr.hubee.portal.directory;

import fr.hubee.directory.process.DeletionStatus;
import fr.hubee.directory.process.ProcessField;
import fr.hubee.directory.process.ProcessForm;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.portal.field.FieldsForm;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.omnifaces.cdi.Param;

/** One démarche; a new one when the address names none. */
@Named
@RequestScoped
public class ProcessPage extends FieldsForm<ProcessField> {
    @Inject
    ProcessService processes;

    @Inject
    RulesChange change;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    @Param(name = "code")
    String code;

    @PostConstruct
    void read() {
        if (code != null) {
            var opened = processes.open(currentCaller.get(), code);
            show(opened.version(), opened.form().values());
        }
    }

    /** Creates this bean before the page is written, and refuses an unknown démarche. */
    public void opened() {
        // see read
    }

    public boolean isNew() {
        return code == null;
    }

    public void save() {
        if (isNew()) {
            register(form());
        } else {
            amend(form());
        }
    }

    private void register(ProcessForm form) {
        if (!PageMessages.beside(form.problems())) {
            done("La démarche est créée.", processes.register(currentCaller.get(), form));
        }
    }

    private void amend(ProcessForm form) {
        var known = processes.open(currentCaller.get(), code).details();
        if (PageMessages.beside(form.problemsOfChange(known))
                || change.isShown(code, known.retention(), form.over(known).retention())) {
            return;
        }
        processes.amend(currentCaller.get(), code, getVersion(), form);
        done("Les modifications sont enregistrées." + change.purgeWaits(code), code);
    }

    private static void done(String text, String code) {
        PageMessages.success(text, "/demarche?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8));
    }

    private ProcessForm form() {
        var typed = typed(ProcessField.class);
        typed.putIfAbsent(ProcessField.CODE, code);
        return new ProcessForm(typed);
    }

    /** Returns the statuses to choose from, with the current one if only the API could have set it. */
    public List<DeletionStatus> getStatuses() {
        return DeletionStatus.with(getValues().get(ProcessField.FILE_DELETION_STATUS.name()));
    }

    public String getCode() {
        return code;
    }
}

package fr.hubee.portal.directory;

import fr.hubee.directory.organization.OrganizationField;
import fr.hubee.directory.organization.OrganizationForm;
import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.portal.field.FieldsForm;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.QueryParameter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;

/** One organisation; a new one when the address names none. */
@Named
@RequestScoped
public class OrganizationPage extends FieldsForm<OrganizationField> {
    @Inject
    OrganizationService organizations;

    @Inject
    @Param(name = "id")
    String id;

    private OrganizationKey key;

    @PostConstruct
    void open() {
        if (id != null) {
            key = QueryParameter.organizationKey(id);
            var opened = organizations.open(caller(), key);
            show(opened.version(), opened.form().values());
        }
    }

    public void save() {
        if (isNew()) {
            create(form());
        } else {
            amend(form());
        }
    }

    private void create(OrganizationForm form) {
        if (!PageMessages.fieldErrors(organizations.problems(caller(), form))) {
            done("L’organisation est créée.", organizations.register(caller(), form));
        }
    }

    private void amend(OrganizationForm form) {
        if (!PageMessages.fieldErrors(
                form.problemsOfChange(organizations.read(key).details()))) {
            organizations.amend(caller(), key, getVersion(), form);
            done("Les modifications sont enregistrées.", key);
        }
    }

    private static void done(String text, OrganizationKey key) {
        PageMessages.success(text, "/organisation?id=" + key);
    }

    private OrganizationForm form() {
        return new OrganizationForm(typed(OrganizationField.class));
    }

    public boolean isNew() {
        return key == null;
    }

    /** Whether it is an instructing service: only such an organisation has subscriptions, and can have a successor. */
    public boolean isService() {
        return key != null && key.type() == OrganizationType.SI;
    }

    public OrganizationType[] getTypes() {
        return OrganizationType.values();
    }

    public OrganizationKey getKey() {
        return key;
    }
}

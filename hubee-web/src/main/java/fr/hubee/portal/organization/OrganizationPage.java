package fr.hubee.portal.organization;

import fr.hubee.organization.OpenedOrganization;
import fr.hubee.organization.OrganizationField;
import fr.hubee.organization.OrganizationForm;
import fr.hubee.organization.OrganizationFormService;
import fr.hubee.organization.OrganizationService;
import fr.hubee.portal.message.PageMessages;
import fr.hubee.shared.NotFound;
import fr.hubee.shared.OrganizationKey;
import fr.hubee.shared.OrganizationType;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** One organisation; a new one when the address names none. */
@Named
@ViewScoped
public class OrganizationPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    OrganizationFormService organizations;

    @Inject
    OrganizationService register;

    @Inject
    CurrentCaller currentCaller;

    private final Map<String, String> values = new HashMap<>();
    private String id;
    private OrganizationKey key;
    private long version;

    /** Only once, so that typed values stay. */
    public void opened() {
        if (id != null && key == null) {
            show(organizations.open(
                    currentCaller.get(), OrganizationKey.parse(id).orElseThrow(() -> NotFound.of("Organization"))));
        }
    }

    private void show(OpenedOrganization opened) {
        key = opened.key();
        version = opened.version();
        opened.form().values().forEach((field, value) -> values.put(field.name(), value));
    }

    public String save() {
        var form = form();
        return key == null ? create(form) : amend(form);
    }

    private String create(OrganizationForm form) {
        if (PageMessages.beside(form.problems())) {
            return null;
        }
        var made = organizations.register(currentCaller.get(), form);
        PageMessages.success("L’organisation est créée.");
        return at(made);
    }

    private String amend(OrganizationForm form) {
        if (PageMessages.beside(form.problemsOfChange(register.read(key).details()))) {
            return null;
        }
        organizations.amend(currentCaller.get(), key, version, form);
        PageMessages.success("Les modifications sont enregistrées.");
        return at(key);
    }

    private static String at(OrganizationKey key) {
        return "/organisation?faces-redirect=true&id=" + key;
    }

    private OrganizationForm form() {
        var typed = new EnumMap<OrganizationField, String>(OrganizationField.class);
        for (var field : OrganizationField.values()) {
            typed.put(field, values.get(field.name()));
        }
        return new OrganizationForm(typed);
    }

    public boolean isNew() {
        return key == null;
    }

    /** Only an instructing service can have a successor. */
    public boolean isMergeable() {
        return key != null && key.type() == OrganizationType.SI;
    }

    public OrganizationType[] getTypes() {
        return OrganizationType.values();
    }

    public OrganizationKey getKey() {
        return key;
    }

    /** By the name of their field. */
    public Map<String, String> getValues() {
        return values;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}

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
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.omnifaces.cdi.Param;

/** One organisation; a new one when the address names none. */
@Named
@RequestScoped
public class OrganizationPage {
    @Inject
    OrganizationFormService organizations;

    @Inject
    OrganizationService register;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    @Param(name = "id")
    String id;

    private final Map<String, String> values = new HashMap<>();
    private OrganizationKey key;
    private long version;

    @PostConstruct
    void open() {
        if (id != null) {
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
        if (PageMessages.beside(organizations.problems(currentCaller.get(), form))) {
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

    /** The version that was shown, so that a later change is not overwritten. */
    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }
}

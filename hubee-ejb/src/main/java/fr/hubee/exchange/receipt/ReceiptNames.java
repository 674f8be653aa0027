package fr.hubee.exchange.receipt;

import fr.hubee.kernel.shared.OrganizationKey;
import java.util.Map;

/** What the organisations and the démarche of receipts are called today; what is gone is called by its key. */
public record ReceiptNames(Map<String, String> organizations, Map<String, String> processes) {

    public String of(OrganizationKey organization) {
        return organizations.getOrDefault(organization.toString(), organization.toString());
    }

    /** « EtatCivil – Acte d’état civil ». */
    public String of(String process) {
        var name = processes.get(process);
        return name == null ? process : process + " – " + name;
    }
}

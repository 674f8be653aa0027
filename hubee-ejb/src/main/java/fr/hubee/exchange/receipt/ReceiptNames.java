package fr.hubee.exchange.receipt;

import fr.hubee.kernel.shared.OrganizationKey;
import java.util.Map;

/** The current names of the organisations and démarches in receipts; the key replaces the name of one that was deleted. */
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
